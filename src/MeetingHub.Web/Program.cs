using MeetingHub.Web;
using MeetingHub.Web.Agreements;
using MeetingHub.Web.Api;
using MeetingHub.Web.Busy;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Graph;
using MeetingHub.Web.Live;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail;
using MeetingHub.Web.Meetings;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using MeetingHub.Web.Shared.Logging;
using MeetingHub.Web.Shared.Security;
using MeetingHub.Web.Shared.Uploads;

if (MeetingHub.Web.Decks.Import.CellDoor.Enter(args) is { } answer)
    return answer;
var builder = WebApplication.CreateBuilder(Settings.OptionsFor(args));
if (builder.ReadSettings() is not { } settings)
    return 2;

builder.AddLogging();
builder.Services.AddData(settings);
builder.Services.AddLog();
builder.Services.AddLanguages();
builder.Services.AddSecurity(settings);
builder.Services.AddPages();
builder.Services.AddPeople();
builder.Services.AddMail(builder.Configuration);
builder.Services.AddBusy(builder.Configuration);
builder.Services.AddMeetings();
builder.Services.AddScheduling();
builder.Services.AddGraph(builder.Configuration);
builder.Services.AddEvidence(builder.Configuration);
builder.Services.AddUploads(builder.Configuration);
builder.Services.AddDecks(builder.Configuration);
builder.Services.AddLive();
builder.Services.AddAgreements();
builder.Services.AddApi();

var app = builder.Build();
await app.Services.Migrate();
if (await Verbs.Run(app, args) is { } exitCode)
    return exitCode;

app.UseHub();
app.MapPages();
app.MapLanguages();
app.MapPeople();
app.MapMeetings();
app.MapScheduling();
app.MapEvidence();
app.MapUploads();
app.MapDecks();
app.MapLive();
app.MapAgreements();
app.MapApi();

await app.Welcome(settings);
await app.RunAsync();
return 0;

public partial class Program;
