using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Gera.Hub.Bench.Wire;

namespace Gera.Hub.Bench.Running;

/// <summary>The leader's side of the hub over its public API.</summary>
internal sealed class HubApi(int port) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(Loopback.HubUrl(port)), Timeout = TimeSpan.FromSeconds(60) };

    public async Task LogIn(string mail, string password)
    {
        var answer = await Send(HttpMethod.Post, "/api/account/login", new { email = mail, password });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.GetProperty("accessToken").GetString());
    }

    public async Task<string> MakeSession(string title) =>
        (await Send(HttpMethod.Post, "/api/live/sessions", new { title, access = "anyone" })).GetProperty("code").GetString()!;

    public async Task<string> MakePoll(string code, string question, string[] options, bool secret) =>
        (await Send(HttpMethod.Post, $"/api/live/sessions/{code}/polls", new { question, kind = "single", options, secret, changeable = false, results = secret ? "closed" : "live" }))
            .GetProperty("id").GetString()!;

    public Task Open(string poll) => Send(HttpMethod.Post, $"/api/live/polls/{poll}/open", null);

    public Task<JsonElement> Close(string poll) => Send(HttpMethod.Post, $"/api/live/polls/{poll}/close", null);

    public Task<JsonElement> Poll(string poll) => Send(HttpMethod.Get, $"/api/live/polls/{poll}", null);

    public Task<JsonElement> Record(string poll) => Send(HttpMethod.Get, $"/api/live/polls/{poll}/record", null);

    /// <summary>The bare status, for the runs that look for a 500.</summary>
    public async Task<int> StatusOf(string path)
    {
        using var answer = await http.GetAsync(path);
        return (int)answer.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> Send(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{method} {path} was answered {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
