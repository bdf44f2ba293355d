using MeetingHub.Web.People;
using Microsoft.AspNetCore.Components;

namespace MeetingHub.Web.Evidence.Import;

public sealed partial class ImportCasePage
{
    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "write")]
    private string? Choice { get; set; }

    private Person me = null!;
    private ImportCase? import;
    private int percent;

    private bool IsAtWork => import?.Stage is ImportStage.Reading or ImportStage.Writing;

    protected override async Task OnInitializedAsync()
    {
        me = await Current.Get();
        import = Desk.Find(Id, me);
        if (import is null)
            Http.HttpContext!.Response.StatusCode = StatusCodes.Status404NotFound;
        percent = ImportFeature.Percent(Jobs.ProgressOf(Id));
    }

    private string Count(int number) => number.ToString("N0", T.Culture);

    private void Write()
    {
        if (import is null)
            return;
        Desk.Write(import, all: Choice != "good");
        Again();
    }

    private async Task Stop()
    {
        if (import is null)
            return;
        await Desk.Stop(import);
        Again();
    }

    private async Task Delete()
    {
        if (import is null)
            return;
        await Desk.Delete(import);
        Nav.NavigateTo("/evidence/import");
    }

    private void Again() => Nav.NavigateTo($"/evidence/import/{Id}");
}
