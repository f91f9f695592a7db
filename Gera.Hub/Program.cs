using Gera.Hub.Features.Portal;
using Gera.Hub.People;
using Gera.Hub.Push;
using Gera.Hub.Shell;
using Gera.Hub.Storage;

var builder = WebApplication.CreateBuilder(args);
await builder.AddStorage();
builder.AddPeople();
builder.AddPush();
builder.AddShell();
builder.AddPortal();

var app = builder.Build();
app.UseShell();
app.UseOwnOriginOnly("/hubs", "/_blazor");
app.MapStorage();
app.MapPeople();
app.MapPush();
app.MapShell();
app.MapPortal();
await app.RunAsync();
