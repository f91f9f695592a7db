using Gera.Hub.Features.Calendar;
using Gera.Hub.Features.Groups;
using Gera.Hub.Features.Halls;
using Gera.Hub.Features.Ideas;
using Gera.Hub.Features.Market;
using Gera.Hub.Features.Portal;
using Gera.Hub.People;
using Gera.Hub.Push;
using Gera.Hub.Shell;
using Gera.Hub.Storage;

if (await HealthCall.Answer(args) is { } health) return health;

try
{
    if (Matrix.Answer(args) is { } written) return written;

    var builder = WebApplication.CreateBuilder(Settings.Host(args));
    builder.AddSettings();
    await builder.AddStorage(builder.AddTelemetry());
    builder.AddPeople();
    builder.AddPush();
    builder.AddShell();
    builder.AddPortal();
    builder.AddHalls();
    builder.AddGroups();
    builder.AddIdeas();
    builder.AddCalendar();
    builder.AddMarket();

    await using var app = builder.Build();
    app.UseProxies();
    app.UseShell();
    app.UseOpening();
    app.UseOwnOriginOnly("/hubs", "/_blazor", "/api");
    app.MapStorage();
    app.MapPeople();
    app.MapPush();
    app.MapShell();
    app.MapPortal();
    app.MapHalls();
    app.MapIdeas();
    app.MapCalendar();
    app.MapGroups();
    app.MapMarket();
    return await app.Serve();
}
catch (Exception e) when (StartRefused.Sentence(e) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}
