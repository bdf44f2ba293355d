using System.Globalization;

namespace MeetingHub.Benchmarks.Imports;

/// <summary>A register of damages as large as wanted, every row with all that councils write.</summary>
internal static class LargeRegister
{
    private static readonly string[] Sectors =
    [
        "housing",
        "health",
        "education_science",
        "transport",
        "culture_tourism",
    ];

    public static void Write(string path, int rows)
    {
        using var file = new StreamWriter(path);
        file.WriteLine(
            "damage_id,katotth,name_uk,name_fr,name_en,object_type,rdna_sector,public_place_uk,lat,lon,geo_precision,damaged_from,"
                + "damaged_to,grade,grade_scheme,grade_original,damage_percent,assessment_method,source_title,source_date,"
                + "floor_area_m2,people_served_before,people_served_now,damage_amount,loss_amount,need_amount,currency,price_date,"
                + "recovery_state,access,updated_at"
        );
        for (var i = 0; i < rows; i++)
            file.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    B-{i:000000},UA63040090010029555,"Будинок № {i}, секція ""Б"" і далі",Immeuble n° {i},Building No. {i},apartment_block,{Sectors[
                        i % 5
                    ]},вул. Прикладна,49.{2000 + (i % 300)},37.{2000 + (i % 700)},street,{1
                        + (i % 28):00}.03.2022,2022-09-10,severe,UA survey,III,{i
                        % 101},commission_act,"Вигаданий приклад, січень 2023",2023-01-10,{100 + i}.5,{i % 900},{i
                        % 300},{1000 + i}000,{i},{1500 + i}000,UAH,2022-12-31,none,open,2023-01-12
                    """
                )
            );
    }
}
