namespace Gera.Hub.Features.Portal.Pages;

/// <summary>A page's text as it stands.</summary>
/// <param name="Id">See <see cref="PageKey.Id"/>.</param>
/// <param name="Number">Of the version, from one.</param>
/// <param name="Body">Markdown; of a signed page, what the video says.</param>
/// <param name="Video">Id of the film of a signed page.</param>
public sealed record PageText(string Id, int Number, string Title, string Body, Guid? Video, DateTimeOffset At)
{
    public const int TitleMost = 120, BodyMost = 60_000;
}

/// <summary>The same once more for good: a version is stored once and never changed. Who wrote it stands in the log of what staff did, and nowhere else.</summary>
/// <param name="Id">That of the text, a slash, the number: the same number twice cannot be.</param>
/// <param name="Text">Id of the text.</param>
public sealed record PageVersion(string Id, string Text, int Number, string Title, string Body, Guid? Video, DateTimeOffset At)
{
    public static PageVersion Of(PageText text) => new($"{text.Id}/{text.Number}", text.Id, text.Number, text.Title, text.Body, text.Video, text.At);
}
