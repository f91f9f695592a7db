using Gera.Hub.People;
using Gera.Hub.Push;
using Gera.Hub.Storage;

var builder = WebApplication.CreateBuilder(args);
await builder.AddStorage();
builder.AddPeople();
builder.AddPush();

var app = builder.Build();
app.UseOwnOriginOnly("/hubs", "/_blazor");
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapStorage();
app.MapPeople();
app.MapPush();
await app.RunAsync();
