using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gera.Hub.Features.Halls.Ballots;

/// <summary>A <see cref="PublicRecord"/> as JSON, written while it is read: a hundred thousand ballots never stand in memory.</summary>
internal sealed class RecordFile(RecordReader reader, Poll poll) : IResult
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var stop = httpContext.RequestAborted;
        // Asked before the first byte, so that a database that is away is still answered with a refusal.
        var frame = await reader.Frame(poll, stop);
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        var body = httpContext.Response.BodyWriter;
        await using var json = new Utf8JsonWriter(body, Plain);
        json.WriteStartObject();
        json.WriteString("poll", frame.Poll);
        json.WriteString("definition", frame.Definition);
        json.WriteString("genesis", frame.Genesis);
        json.WriteStartArray("boxes");
        List<RecordBox> boxes = [];
        RecordPlace? last = null;
        await foreach (var (place, entry) in reader.Entries(poll, frame, null, RecordReader.PageSize, stop))
        {
            if (place.Box != last?.Box)
            {
                Close();
                json.WriteStartObject();
                json.WriteString("box", frame.Boxes[place.Box].Box);
                json.WriteStartArray("entries");
            }
            Write(json, entry);
            last = place;
            if (entry.Height % RecordReader.PageSize != 0) continue;
            await json.FlushAsync(stop);
            await body.FlushAsync(stop);
        }
        Close();
        json.WriteEndArray();
        Rest(json, frame.With([.. boxes]));
        json.WriteEndObject();
        await json.FlushAsync(stop);
        await body.FlushAsync(stop);

        void Close()
        {
            if (last is not { } end) return;
            json.WriteEndArray();
            json.WriteNumber("height", end.Height);
            json.WriteString("head", end.Hash);
            json.WriteEndObject();
            boxes.Add(new RecordBox(frame.Boxes[end.Box].Box.ToString(), end.Height, end.Hash, []));
        }
    }

    private static void Write(Utf8JsonWriter json, RecordEntry entry)
    {
        json.WriteStartObject();
        json.WriteNumber("height", entry.Height);
        json.WriteString("parent", entry.Parent);
        json.WriteString("type", entry.Type);
        json.WriteString("payloadHash", entry.PayloadHash);
        json.WriteString("payload", entry.Payload);
        json.WriteString("hash", entry.Hash);
        json.WriteEndObject();
    }

    private static void Rest(Utf8JsonWriter json, PublicRecord record)
    {
        json.WriteString("head", record.Head);
        json.WriteString("sealedHead", record.SealedHead);
        json.WritePropertyName("votes");
        JsonSerializer.Serialize(json, record.Votes);
        json.WriteNumber("voters", record.Voters);
        json.WriteString("listHash", record.ListHash);
        json.WritePropertyName("words");
        JsonSerializer.Serialize(json, record.Words, JsonSerializerOptions.Web);
    }
}
