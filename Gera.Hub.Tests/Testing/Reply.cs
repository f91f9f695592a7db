using System.Net;
using System.Text.Json;

namespace Gera.Hub.Tests.Testing;

/// <summary>What an HTTP call answered.</summary>
public sealed record Reply(HttpStatusCode Status, JsonElement Body, string? Type, Uri? Location, string Raw, HttpResponseMessage Message)
{
    /// <summary>The <c>code</c> of a refusal.</summary>
    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    public JsonElement this[string field] => Body.GetProperty(field);

    public static async Task<Reply> Of(HttpResponseMessage message)
    {
        var raw = await message.Content.ReadAsStringAsync();
        var type = message.Content.Headers.ContentType?.MediaType;
        var body = type?.EndsWith("json", StringComparison.Ordinal) == true && raw.Length > 0 ? Some.Json(raw) : default;
        return new Reply(message.StatusCode, body, type, message.Headers.Location, raw, message);
    }
}
