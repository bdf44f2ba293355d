using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Data;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Evidence.Import;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Import;

/// <summary>The whole way of a file, at a browser without scripts.</summary>
public sealed class ImportJourneyTests : IAsyncDisposable
{
    private const string Good = "damage_id,name_uk,rdna_sector,lat,lon\nN-1,Школа,education_science,49.21,37.26\n";
    private const string Mixed = Good + "N-2,Міст,мости,49.2,37.2\nN-1,Ще раз,housing,49.2,37.2\n";

    private readonly FakeClock clock = new(Instant.FromUtc(2023, 1, 15, 9, 0));
    private readonly App app;

    public ImportJourneyTests() => app = new App { Clock = clock };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_good_file_is_read_shown_written_and_deleted()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await Bring(desk, Good);

        Assert.Contains("Школа", page.QuerySelector(".preview")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "1", "0", "0", "0", "0"], Counts(page));
        Assert.DoesNotContain((await Registers()).Damages, d => d.Id == "N-1");

        page = await Settled(desk, await desk.Send(page, "form:has([name=Choice])", ("Choice", "all")));
        Assert.Contains("New: 1.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains((await Registers()).Damages, d => d.Id == "N-1");
        Assert.DoesNotContain("file", Directory.EnumerateFiles(Folder(desk)).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Ukrainian_names_below_an_English_header_are_Ukrainian()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await Bring(desk, "id,name,sector\nN-1,Школа,education\n");

        await Settled(desk, await desk.Send(page, "form:has([name=Choice])", ("Choice", "all")));

        var written = (await Registers()).Damages.Single(d => d.Id == "N-1");
        Assert.Equal(("Школа", null), (written.Name.Exactly("uk"), written.Name.Exactly("en")));
    }

    [Fact]
    public async Task A_row_that_would_put_an_amount_into_another_currency_is_left_as_it_is_and_named()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await Bring(desk, "damage_id,rdna_sector,damage_amount,currency\nN-1,housing,12400000,UAH\n");
        await Settled(desk, await desk.Send(page, "form:has([name=Choice])", ("Choice", "all")));

        page = await Bring(
            desk,
            "damage_id,rdna_sector,need_amount,currency\nN-1,housing,500000,EUR\nN-2,housing,500000,EUR\n"
        );
        Assert.Contains("another currency", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector("[name=Choice][value=all]")!.HasAttribute("disabled"));
        page = await Settled(desk, await desk.Send(page, "form:has([name=Choice])", ("Choice", "good")));

        Assert.Contains("N-1", page.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        var damages = (await Registers()).Damages;
        var first = damages.Single(d => d.Id == "N-1");
        Assert.Equal((12_400_000m, null, "UAH"), (first.DamageAmount, first.NeedAmount, first.Currency));
        Assert.Equal("EUR", damages.Single(d => d.Id == "N-2").Currency);
    }

    [Fact]
    public async Task An_official_table_with_title_numbers_totals_and_a_torn_row_comes_in()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await Bring(
            desk,
            "Реєстр пошкоджених об’єктів станом на 1 січня 2023 року;;\n"
                + "Ідентифікатор;Назва українською;Галузь\n1;2;3\n"
                + "N-1;Школа;Освіта й наука\nN-2;Дім;вул. Миру;Житло\nРазом;2;\nВиконавець: начальник відділу;;\n"
        );

        Assert.Equal(["2", "1", "0", "0", "1", "0"], Counts(page));
        Assert.Contains("Lines: 3, 6, 7", page.Body!.TextContent, StringComparison.Ordinal);
        var at = desk.At;
        Assert.Contains("Line 5", (await desk.Read($"{at}/faults")).Body!.TextContent, StringComparison.Ordinal);
        var rejected = await desk.Line.GetStringAsync($"{at}/rejected.csv", TestContext.Current.CancellationToken);
        Assert.Contains("вул. Миру", rejected, StringComparison.Ordinal);
        Assert.Contains("Житло", rejected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_without_a_header_or_with_the_same_one_are_taken_as_somebody_says()
    {
        var desk = await Desk.Of(app, App.Secretary);
        await Bring(desk, "Шифр;Дата;Дата;;\nN-1;01.03.2022;05.03.2022;housing;Школа\n");
        var page = await desk.Read($"{desk.At}/columns");
        page = await desk.Send(
            page,
            "form:has(.mapping)",
            ("Column-0", "damage_id"),
            ("Column-1", "damaged_from"),
            ("Column-2", "damaged_to"),
            ("Column-3", "rdna_sector"),
            ("Column-4", "name_uk")
        );
        page = await Settled(desk, page);
        await Settled(desk, await desk.Send(page, "form:has([name=Choice])", ("Choice", "all")));

        var written = (await Registers()).Damages.Single(d => d.Id == "N-1");
        Assert.Equal(
            (new LocalDate(2022, 3, 1), new LocalDate(2022, 3, 5), Sector.Housing, "Школа"),
            (written.DamagedFrom, written.DamagedTo, written.Sector, written.Name.In("uk"))
        );
    }

    [Fact]
    public async Task Whoever_is_signed_out_while_sending_a_file_comes_back_to_the_page_it_was_sent_from()
    {
        using var stranger = app.CreateClient(new() { AllowAutoRedirect = false });
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/evidence/import/file");
        sent.Headers.Referrer = new Uri(stranger.BaseAddress!, "/evidence/import?x=1");
        using var answer = await stranger.SendAsync(sent, TestContext.Current.CancellationToken);
        Assert.Equal("/sign-in?return=%2Fevidence%2Fimport%3Fx%3D1", answer.Headers.Location!.OriginalString);

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/evidence/import/file");
        foreign.Headers.Referrer = new Uri("https://elsewhere.example/evil");
        using var other = await stranger.SendAsync(foreign, TestContext.Current.CancellationToken);
        Assert.Equal("/sign-in?return=%2F", other.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Where_the_headers_stand_can_be_said()
    {
        var desk = await Desk.Of(app, App.Secretary);
        await Bring(desk, "a;b;c\nШифр;Назва;Галузь\nN-1;Школа;Освіта й наука\n");
        var page = await desk.Read($"{desk.At}/columns");
        Assert.Contains(
            "line 2: Шифр · Назва · Галузь",
            page.QuerySelector("[name=HeaderRow]")!.TextContent,
            StringComparison.Ordinal
        );

        page = await desk.Send(page, "form:has([name=HeaderRow])", ("HeaderRow", "0"));
        Assert.Equal("a", page.QuerySelector(".mapping strong")!.TextContent);
        page = await desk.Send(page, "form:has([name=HeaderRow])", ("HeaderRow", "1"));
        Assert.Equal("Шифр", page.QuerySelector(".mapping strong")!.TextContent);
    }

    [Fact]
    public async Task Answers_to_numbers_and_to_words_are_given_together()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await Bring(
            desk,
            "damage_id;rdna_sector;damage_amount;currency\nN-1;Будівництво палаців;1,234;UAH\n"
        );

        page = await desk.Send(
            page,
            "form:has([name^=decimal_mark])",
            ("decimal_mark:damage_amount", "comma"),
            (WordOf(page), "housing")
        );
        page = await Settled(desk, page);

        Assert.Equal(["1", "1", "0", "0", "0", "0"], Counts(page));

        static string WordOf(IHtmlDocument page) => page.QuerySelector(".mapping select")!.GetAttribute("name")!;
    }

    [Fact]
    public async Task Bad_rows_are_listed_with_line_column_value_and_reason()
    {
        var desk = await Desk.Of(app, App.Secretary);
        await Bring(desk, Mixed);

        var faults = (await desk.Read($"{desk.At}/faults"))
            .QuerySelectorAll(".faults li")
            .Select(f => f.TextContent)
            .ToList();

        Assert.Equal(2, faults.Count);
        Assert.All(
            ["Line 3", "rdna_sector", "мости", "Water and sanitation"],
            t => Assert.Contains(t, faults[0], StringComparison.Ordinal)
        );
        Assert.All(
            ["Line 4", "damage_id", "N-1", "line 2"],
            t => Assert.Contains(t, faults[1], StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task One_mistake_in_many_rows_is_told_once_with_all_its_lines()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var rows = Enumerable.Range(3, 30).Select(i => $"M-{i},Міст,{(i is 8 ? "energy" : "мости")},49.2,37.2\n");
        await Bring(desk, Good + string.Concat(rows));

        var fault = Assert.Single((await desk.Read($"{desk.At}/faults")).QuerySelectorAll(".faults li"));

        Assert.Contains("29 lines: 3–7, 9–32", fault.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_bad_row_all_or_nothing_writes_nothing_and_only_the_good_ones_can_be_chosen()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await Bring(desk, Mixed);
        Assert.True(page.QuerySelector("[name=Choice][value=all]")!.HasAttribute("disabled"));

        page = await Settled(desk, await desk.Send(page, "form:has([name=Choice])", ("Choice", "all")));
        Assert.DoesNotContain((await Registers()).Damages, d => d.Id.StartsWith("N-", StringComparison.Ordinal));

        page = await Settled(desk, await desk.Send(page, "form:has([name=Choice])", ("Choice", "good")));
        Assert.Contains("Rows left out: 2.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["N-1"],
            (await Registers()).Damages.Select(d => d.Id).Where(i => i.StartsWith("N-", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Rejected_rows_come_back_with_a_reason_and_can_be_corrected_and_brought_again()
    {
        var desk = await Desk.Of(app, App.Secretary);
        await Bring(desk, "damage_id,name_uk,rdna_sector,damage_amount,currency\nN-1,=cmd|'x',мости,-5,UAH\n");
        var rejected = (await desk.Read($"{desk.At}/rejected.csv")).Body!.TextContent;

        Assert.Contains("'=cmd", rejected, StringComparison.Ordinal);
        Assert.Contains(",-5,", rejected, StringComparison.Ordinal);
        Assert.Contains("must not be negative", rejected, StringComparison.Ordinal);

        var corrected = rejected
            .Trim('\uFEFF')
            .Replace("мости", "transport", StringComparison.Ordinal)
            .Replace("-5", "5", StringComparison.Ordinal);
        var page = await Bring(desk, corrected);
        await Settled(desk, await desk.Send(page, "form:has([name=Choice])", ("Choice", "all")));
        Assert.Equal("=cmd|'x'", (await Registers()).Damages.Single(d => d.Id == "N-1").Name.In("uk"));
    }

    [Fact]
    public async Task Unknown_headers_are_asked_about_once_and_then_remembered()
    {
        const string file = "Шифр;Що саме;Сектор;Внутрішня нотатка\nN-1;Школа;Освіта;секрет\n";
        var desk = await Desk.Of(app, App.Secretary);
        var page = await Bring(desk, file);
        Assert.Contains("check what its columns mean", page.Body!.TextContent, StringComparison.Ordinal);
        page = await desk.Read($"{desk.At}/columns");
        Assert.Equal(3, page.QuerySelectorAll(".mapping .unknown").Length);

        page = await desk.Send(page, "form:has(.mapping)", ("Column-1", "name_uk"));
        Assert.Contains("cannot do without", page.Body!.TextContent, StringComparison.Ordinal);
        page = await Settled(
            desk,
            await desk.Send(page, "form:has(.mapping)", ("Column-0", "damage_id"), ("Column-1", "name_uk"))
        );
        Assert.Equal("1", Counts(page)[1]);
        Assert.DoesNotContain("секрет", page.Body!.TextContent, StringComparison.Ordinal);

        page = await Bring(desk, file);
        Assert.Equal("1", Counts(page)[1]);
    }

    [Fact]
    public async Task Words_of_a_department_are_asked_about_once_and_then_remembered()
    {
        const string file = "damage_id,rdna_sector,access\nN-1,Садочки,лише ми\nN-2,садочки,open\nN-3,Бозна-що,open\n";
        var desk = await Desk.Of(app, App.Secretary);
        var page = await Bring(desk, file);
        Assert.Equal("3", Counts(page)[4]);
        Assert.Equal(
            ["Садочки rows: 2", "Бозна-що rows: 1", "лише ми rows: 1"],
            page.QuerySelectorAll(".mapping .unknown label").Select(l => l.TextContent)
        );

        page = await Settled(
            desk,
            await desk.Send(
                page,
                "form:has(.mapping)",
                ("rdna_sector:садочки", "education_science"),
                ("access:лише ми", "restricted")
            )
        );
        Assert.Equal("2", Counts(page)[1]);
        Assert.Equal("Бозна-що rows: 1", Assert.Single(page.QuerySelectorAll(".mapping .unknown label")).TextContent);

        await desk.Send(await desk.Read($"{desk.At}/columns"), "form:has(.mapping)");
        page = await Settled(desk, await desk.Read(desk.At));
        Assert.Equal("2", Counts(page)[1]);

        page = await Bring(desk, file);
        Assert.Equal("2", Counts(page)[1]);
        await Settled(desk, await desk.Send(page, "form:has([name=Choice])", ("Choice", "good")));
        var brought = (await Registers()).Damages.Where(d => d.Id is "N-1" or "N-2").ToList();
        Assert.All(brought, d => Assert.Equal(Sector.EducationScience, d.Sector));
        Assert.Equal(Access.Restricted, brought.Single(d => d.Id == "N-1").Access);
    }

    [Fact]
    public async Task Letters_that_are_not_proven_are_shown_and_can_be_changed()
    {
        var bytes = CodePagesEncodingProvider
            .Instance.GetEncoding(1251)!
            .GetBytes("ID;Назва;Сектор\nN-1;Їжакова школа;Освіта\n");
        var desk = await Desk.Of(app, App.Secretary);
        await Bring(desk, bytes);
        var at = desk.At;
        var page = await desk.Read($"{at}/columns");
        Assert.Equal("windows-1251", page.QuerySelector("[name=Encoding][checked]")!.GetAttribute("value"));
        Assert.Contains(
            page.QuerySelectorAll(".letters"),
            l => l.TextContent.Contains("Назва", StringComparison.Ordinal)
        );

        page = await desk.Send(page, "form:has([name=Encoding])", ("Encoding", "windows-1252"));
        Assert.Contains("Íàçâà", page.Body!.TextContent, StringComparison.Ordinal);
        page = await desk.Send(page, "form:has([name=Encoding])", ("Encoding", "windows-1251"));
        page = await Settled(desk, await desk.Send(page, "form:has(.mapping)"));
        Assert.Contains("Їжакова школа", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_file_does_not_say_is_asked_and_read_again()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await Bring(
            desk,
            "damage_id,rdna_sector,lat,lon,damage_amount,currency\nN-1,housing,37.26,49.21,\"1,234\",UAH\n"
        );
        Assert.Equal("1", Counts(page)[4]);
        Assert.Equal(2, page.QuerySelectorAll("fieldset").Length);

        page = await Settled(
            desk,
            await desk.Send(
                page,
                "form:has(fieldset)",
                ("decimal_mark:damage_amount", "point"),
                ("swapped_places:", "turn")
            )
        );
        await Settled(desk, await desk.Send(page, "form:has([name=Choice])", ("Choice", "all")));

        var damage = (await Registers()).Damages.Single(d => d.Id == "N-1");
        Assert.Equal((1234m, new GeoPoint(49.21m, 37.26m)), (damage.DamageAmount, damage.Point));
    }

    [Fact]
    public async Task A_workbook_is_imported_too()
    {
        var path = Workbook.OfTexts(["ID", "Назва", "Сектор"], ["N-1", "Школа", "Освіта"]);
        var desk = await Desk.Of(app, App.Secretary, "uk");
        var page = await Bring(desk, await File.ReadAllBytesAsync(path), "реєстр.xlsx");

        Assert.Contains("реєстр.xlsx", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", Counts(page)[1]);
    }

    [Fact]
    public async Task Importing_the_same_again_changes_nothing_and_opening_waits_for_a_second_person()
    {
        var desk = await Desk.Of(app, App.Secretary);
        await Written(desk, "damage_id,rdna_sector,access\nN-1,housing,restricted\nN-2,housing,open\n");

        var page = await Bring(desk, "damage_id,rdna_sector,access\nN-1,housing,open\nN-2,housing,open\n");

        Assert.Equal(["2", "0", "0", "2", "0", "1"], Counts(page));
        Assert.Contains("N-1", page.QuerySelector(".counts ~ .muted")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_few_columns_leaves_the_others_as_they_are()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var before = (await Registers()).Damages.Single(d => d.Id == "IZ-A-001");

        await Written(desk, "damage_id,rdna_sector,recovery_state\nIZ-A-001,housing,repairing\n");

        var after = (await Registers()).Damages.Single(d => d.Id == "IZ-A-001");
        Assert.Equal(before with { Recovery = RecoveryState.Repairing }, after);
    }

    [Theory]
    [InlineData(App.Head)]
    [InlineData(App.PartnerSecretary)]
    public async Task An_import_belongs_to_one_person(string other)
    {
        var desk = await Desk.Of(app, App.Secretary);
        await Bring(desk, Mixed);
        var stranger = await Desk.Of(app, other);
        foreach (var path in new[] { "", "/columns", "/faults", "/rejected.csv", "/progress" })
        {
            await stranger.Read(desk.At + path);
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        }
    }

    [Fact]
    public async Task A_file_whose_line_was_cut_goes_on_where_it_stopped_and_becomes_an_import()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read("/evidence/import");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var file = Encoding.UTF8.GetBytes(Good);
        var upload = (await Announce(desk, token, file.Length))!;

        Assert.Equal(HttpStatusCode.NoContent, await Piece(desk, upload, token, 0, file[..20]));
        Assert.Equal(HttpStatusCode.Conflict, await Piece(desk, upload, token, 30, file[30..]));
        using var asked = await desk.Line.SendAsync(new HttpRequestMessage(HttpMethod.Head, upload));
        Assert.Equal("20", asked.Headers.GetValues("Upload-Offset").Single());
        Assert.Equal(HttpStatusCode.NoContent, await Piece(desk, upload, token, 20, file[20..]));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("Damages"), "Register" },
            { new StringContent(upload.Split('/')[^1]), "UploadId" },
        };
        using var sent = await desk.Line.PostAsync("/evidence/import/file", form);

        var import = await desk.Read(sent.Headers.Location!.OriginalString);
        Assert.Equal("damages.csv", import.QuerySelector("h1")!.TextContent);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "uploads")));
    }

    [Fact]
    public async Task Who_may_not_change_registers_cannot_even_announce_a_table()
    {
        var desk = await Desk.Of(app, App.Interpreter);
        var page = await desk.Read("/meetings");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        Assert.Null(await Announce(desk, token, 100));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "uploads")));
    }

    private static async Task<string?> Announce(Desk desk, string token, long length)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["kind"] = "table",
                ["fileName"] = "damages.csv",
                ["length"] = $"{length}",
                ["__RequestVerificationToken"] = token,
            }
        );
        using var answer = await desk.Line.PostAsync("/uploads", form);
        return answer.Headers.Location?.OriginalString;
    }

    private static async Task<HttpStatusCode> Piece(Desk desk, string upload, string token, long offset, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, upload) { Content = new ByteArrayContent(bytes) };
        request.Headers.Add("Upload-Offset", $"{offset}");
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await desk.Line.SendAsync(request);
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_file_sent_from_another_site_is_refused()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read("/evidence/import");

        await desk.SendFile(
            page,
            "form[data-upload]",
            ("File", "a.csv", Encoding.UTF8.GetBytes(Good)),
            ("__RequestVerificationToken", "forged")
        );

        Assert.Equal(HttpStatusCode.BadRequest, desk.Status);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(app.DataFolder, "imports")));
    }

    [Theory]
    [InlineData("%PDF-1.7 …", "neither a text table")]
    [InlineData("", "The file is empty")]
    [InlineData("<html><script>alert(1)</script>", "neither a text table")]
    public async Task What_is_no_table_is_refused_at_once_and_not_kept(string content, string said)
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await Bring(desk, content);

        Assert.Contains(said, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(app.DataFolder, "imports")));
    }

    [Fact]
    public async Task A_bomb_is_named_and_nothing_else_happens()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var workbook = zip.CreateEntry("xl/workbook.xml").Open())
                workbook.Write("<workbook/>"u8);
            using var texts = zip.CreateEntry("xl/sharedStrings.xml").Open();
            for (var i = 0; i < 60; i++)
                texts.Write(new byte[1024 * 1024]);
        }

        var desk = await Desk.Of(app, App.Secretary);
        var page = await Bring(desk, file.ToArray(), "bomb.xlsx");

        Assert.Contains(
            "larger than any register",
            page.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Stopped_before_its_turn_an_import_has_written_nothing_and_can_be_begun_again()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await Bring(desk, Good);
        var another = new TaskCompletionSource();
        Jobs.Start(Guid.NewGuid(), () => { }, (_, _) => another.Task);
        page = await desk.Send(page, "form:has([name=Choice])", ("Choice", "all"));
        Assert.NotNull(page.QuerySelector("[data-progress]"));

        page = await desk.Send(page, "[data-progress] form");
        another.SetResult();

        Assert.Contains("Nothing of it is in the register", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await Registers()).Damages, d => d.Id == "N-1");
        await Settled(desk, await desk.Send(page, "form:has([name=Choice])", ("Choice", "all")));
        Assert.Contains((await Registers()).Damages, d => d.Id == "N-1");
    }

    [Fact]
    public async Task Two_people_import_at_once()
    {
        var secretary = await Desk.Of(app, App.Secretary);
        var head = await Desk.Of(app, App.Head);
        await Task.WhenAll(Written(secretary, Rows("S", 400)), Written(head, Rows("H", 400)));

        var ids = (await Registers()).Damages.Select(d => d.Id[0]).ToList();
        Assert.Equal((400, 400), (ids.Count(i => i == 'S'), ids.Count(i => i == 'H')));
    }

    [Fact]
    public async Task After_a_day_nothing_of_a_file_is_left()
    {
        var desk = await Desk.Of(app, App.Secretary);
        await Bring(desk, Mixed);
        var broom = ActivatorUtilities.CreateInstance<ImportBroom>(app.Services);
        Assert.Equal(0, broom.Sweep());

        clock.AdvanceHours(25);

        Assert.Equal(1, broom.Sweep());
        await desk.Read(desk.At);
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    [Fact]
    public async Task A_mere_member_imports_nothing_and_writes_nothing_that_was_read_when_they_might()
    {
        var member = await Desk.Of(app, App.Interpreter);
        var page = await member.Read("/evidence/import");
        Assert.Null(page.QuerySelector("form[data-upload]"));
        // Any form of theirs carries a token that is good for a forged upload.
        var other = await member.Read("/profile");
        ((IHtmlFormElement)other.QuerySelector("form:has([name=__RequestVerificationToken])")!).SetAttribute(
            "action",
            "/evidence/import/file"
        );
        other.QuerySelector("form[action='/evidence/import/file']")!.InnerHtml +=
            "<input name=Register value=Damages><input name=File type=file>";
        await member.SendFile(
            other,
            "form[action='/evidence/import/file']",
            ("File", "damages.csv", Encoding.UTF8.GetBytes(Good))
        );
        Assert.Equal(HttpStatusCode.NotFound, member.Status);

        var secretary = await Desk.Of(app, App.Secretary);
        var read = await Bring(secretary, Good);
        await app.Ask(db =>
            db.People.Where(p => p.Email == App.Secretary)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.Role, OrganisationRole.Member))
        );
        await secretary.Send(read, "form:has([name=Choice])", ("Choice", "all"));
        // The page has no such form for them any more.
        Assert.Equal(HttpStatusCode.BadRequest, secretary.Status);
        Assert.DoesNotContain((await Registers()).Damages, d => d.Id == "N-1");
    }

    [Fact]
    public async Task A_file_without_access_leaves_what_is_guarded_guarded_and_asks_nobody()
    {
        var desk = await Desk.Of(app, App.Secretary);
        await Written(desk, Good);
        var (book, person) = (app.Services.GetRequiredService<RegisterBook>(), await app.PersonOf(App.Secretary));
        var row = (Damage)RegisterBook.Entry((await book.Find(Given.Izium, Register.Damages, "N-1"))!);
        await book.Save(Given.Izium, person.Id, "edit", row with { Access = Access.Restricted }, 1);

        await Written(desk, Good.Replace("Школа", "Школа № 1", StringComparison.Ordinal));

        var now = Assert.Single((await Registers()).Damages, d => d.Id == "N-1");
        Assert.Equal(("Школа № 1", Access.Restricted), (now.Name.In("uk"), now.Access));
        Assert.DoesNotContain(
            await app.Services.GetRequiredService<ReleaseDesk>().Waiting(Given.Izium),
            r => r.Key == "N-1"
        );
    }

    [Fact]
    public async Task An_empty_table_can_be_had_for_every_register()
    {
        var desk = await Desk.Of(app, App.Secretary);
        foreach (var register in new[] { "damages", "projects", "funding" })
            Assert.Contains(
                "currency",
                (await desk.Read($"/evidence/import/{register}.csv")).Body!.TextContent,
                StringComparison.Ordinal
            );
        await desk.Read("/evidence/import/people.csv");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    [Fact]
    public async Task The_demo_has_registers_with_rows_that_are_guarded()
    {
        _ = app.Services;
        var registers = await Registers();

        Assert.Equal((49, 12, 25), (registers.Damages.Count, registers.Projects.Count, registers.Funding.Count));
        Assert.True(registers.Damages.Count(d => d.Access == Access.Restricted) >= 5);
        Assert.All(registers.Damages, d => Assert.NotNull(d.Source.Title));
        var book = app.Services.GetRequiredService<RegisterBook>();
        Assert.NotEmpty((await book.Public(Given.Izium)).Limited);
    }

    private ImportJobs Jobs => app.Services.GetRequiredService<ImportJobs>();

    private static string Rows(string letter, int count) =>
        "damage_id,rdna_sector\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"{letter}{i},housing\n"));

    private static string[] Counts(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".counts dd").Select(d => d.TextContent)];

    private Task<IHtmlDocument> Bring(Desk desk, string file) => Bring(desk, Encoding.UTF8.GetBytes(file));

    private async Task<IHtmlDocument> Bring(Desk desk, byte[] file, string name = "damages.csv")
    {
        var page = await desk.Read("/evidence/import");
        return await Settled(
            desk,
            await desk.SendFile(page, "form[data-upload]", ("File", name, file), ("Register", "Damages"))
        );
    }

    private async Task Written(Desk desk, string file)
    {
        var page = await Bring(desk, file);
        await Settled(desk, await desk.Send(page, "form:has([name=Choice])", ("Choice", "all")));
    }

    /// <summary>The page once its work is done, without waiting for a time.</summary>
    private async Task<IHtmlDocument> Settled(Desk desk, IHtmlDocument page)
    {
        if (!Guid.TryParse(desk.At.Split('/')[^1], out var id))
            return page;
        await Jobs.Ended(id);
        return await desk.Read(desk.At);
    }

    private string Folder(Desk desk) =>
        Path.Combine(app.DataFolder, "imports", Guid.Parse(desk.At.Split('/')[^1]).ToString("N"));

    private Task<Registers> Registers() => app.Services.GetRequiredService<RegisterBook>().All(Given.Izium);
}
