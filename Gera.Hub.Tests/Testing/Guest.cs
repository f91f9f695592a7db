using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gera.Hub.Tests.Testing;

/// <summary>Somebody with a browser that runs no script: looks at pages and sends their forms.</summary>
public sealed class Guest : IDisposable
{
    private const string Phone = "Mozilla/5.0 (Android 16; Mobile) Firefox/145.0";

    private readonly HttpClient http;
    private readonly RunningHub? hub;

    public Guest(RunningHub hub, string agent = Phone) : this(hub.Address, agent) => this.hub = hub;

    public Guest(Uri address, string agent = Phone)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public RunningHub Hub => hub ?? throw new InvalidOperationException("This hub is a process of its own.");

    public CookieContainer Cookies { get; } = new();

    public async Task<Look> Sees(string path) => await Look.Of(path, await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>Opens the page and sends one of its forms, with what stands in it and what is typed.</summary>
    public async Task<Look> Sends(string path, string form, params (string Field, string Value)[] typed) => await Sends(await Sees(path), form, typed);

    /// <inheritdoc cref="Sends(string, string, ValueTuple{string, string}[])"/>
    public async Task<Look> Sends(Look page, string form, params (string Field, string Value)[] typed)
    {
        var found = page.Form(form) ?? throw new InvalidOperationException($"{page.Path} has no form {form}: {page.Text}");
        var fields = found.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Where(i => i.Name is not null).ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (field, value) in typed) fields[field] = value;
        using var content = new FormUrlEncodedContent(fields);
        var to = found.GetAttribute("action") ?? page.Path;
        return await Look.Of(to, await http.PostAsync(new Uri(to, UriKind.Relative), content));
    }

    public async Task<Look> Posts(string path, params (string Field, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Field, f.Value)));
        return await Look.Of(path, await http.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    /// <summary>What a page of another site makes this browser send.</summary>
    public async Task<Look> Forges(string path, params (string Field, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Field, f.Value))) };
        request.Headers.Add("Origin", "https://boese.example");
        return await Look.Of(path, await http.SendAsync(request));
    }

    public Task<Look> LogsIn(string mail, string password, string target = "/konto") =>
        Sends($"/anmelden?ziel={Uri.EscapeDataString(target)}", "anmelden", ("Form.Mail", mail), ("Form.Password", password));

    public void Dispose() => http.Dispose();
}

/// <summary>A page as it was answered.</summary>
public sealed record Look(string Path, HttpStatusCode Status, string? Location, string Raw, IHtmlDocument Page, HttpResponseMessage Message)
{
    /// <summary>The words in the page's middle.</summary>
    public string Text => string.Join(' ', (Page.QuerySelector("main")?.TextContent ?? Raw).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IElement? Form(string name) => Page.QuerySelector($"input[name=_handler][value='{name}']")?.Closest("form") ?? Page.QuerySelector($"form#{name}");

    public static async Task<Look> Of(string path, HttpResponseMessage message)
    {
        var raw = await message.Content.ReadAsStringAsync();
        var location = message.Headers.Location is { } to ? to.IsAbsoluteUri && to.Authority == message.RequestMessage!.RequestUri!.Authority ? to.PathAndQuery : to.ToString() : null;
        return new Look(path, message.StatusCode, location, raw, await new HtmlParser().ParseDocumentAsync(raw), message);
    }
}
