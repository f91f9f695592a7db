using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Gera.Hub.Tests.Testing;

/// <summary>Somebody with an account (or without one) who talks to the hub over HTTP.</summary>
public sealed class Leader : IDisposable
{
    private readonly HttpClient http;

    private Leader(RunningHub hub, string? token)
    {
        (Hub, Token) = (hub, token);
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = hub.Address, Timeout = TimeSpan.FromSeconds(60) };
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public RunningHub Hub { get; }

    public string? Token { get; }

    /// <summary>Who the door sees when this person calls.</summary>
    public Caller Caller { get; private init; } = Caller.Nobody;

    public static async Task<Leader> LogIn(RunningHub hub, string role, int number)
    {
        var (mail, password) = hub.Demo(role)[number];
        return await LogIn(hub, mail, password);
    }

    public static async Task<Leader> LogIn(RunningHub hub, string mail, string password)
    {
        using var nobody = Nobody(hub);
        var token = (await nobody.Post("/api/account/login", new { email = mail, password }))["accessToken"].GetString()!;
        await using var scope = hub.Services.CreateAsyncScope();
        var ticket = scope.ServiceProvider.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<Microsoft.AspNetCore.Authentication.BearerToken.BearerTokenOptions>>()
            .Get(Microsoft.AspNetCore.Identity.IdentityConstants.BearerScheme).BearerTokenProtector.Unprotect(token)!;
        return new Leader(hub, token) { Caller = ticket.Principal.ToCaller() };
    }

    /// <summary>A stranger.</summary>
    public static Leader Nobody(RunningHub hub) => new(hub, null);

    /// <summary>The same log-in at another process.</summary>
    public Leader At(RunningHub other) => new(other, Token) { Caller = Caller };

    public async Task<Reply> Get(string path) => await Reply.Of(await http.GetAsync(new Uri(path, UriKind.Relative)));

    public async Task<Reply> Post(string path, object? body = null) => await Reply.Of(await http.PostAsJsonAsync(path, body ?? new { }));

    public async Task<Reply> PostRaw(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await Reply.Of(await http.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    public async Task<Reply> Send(HttpRequestMessage request) => await Reply.Of(await http.SendAsync(request));

    /// <summary>A new session; returns its code and id.</summary>
    public async Task<(string Code, Guid Id)> Session(string access = "anyone")
    {
        var made = await Post("/api/live/sessions", new { title = "Einwohnerversammlung Lusan", access });
        return (made["code"].GetString()!, made["id"].GetGuid());
    }

    public async Task<string> Prepare(string code, object? draft = null) =>
        (await Post($"/api/live/sessions/{code}/polls", draft ?? new { question = "Welche Farbe?", kind = "single", options = new[] { "Rot", "Grün", "Blau" } }))["id"].GetString()!;

    /// <summary>A poll that takes votes.</summary>
    public async Task<string> Open(string code, object? draft = null)
    {
        var poll = await Prepare(code, draft);
        var opened = await Post($"/api/live/polls/{poll}/open");
        return opened.Status == System.Net.HttpStatusCode.OK ? poll : throw new InvalidOperationException(opened.Raw);
    }

    public Task<Reply> Close(string poll) => Post($"/api/live/polls/{poll}/close");

    public void Dispose() => http.Dispose();
}
