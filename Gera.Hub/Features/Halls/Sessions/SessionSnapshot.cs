namespace Gera.Hub.Features.Halls.Sessions;

/// <summary>A session as every client sees it.</summary>
/// <param name="State">open or ended.</param>
/// <param name="Url">Where voters join.</param>
/// <param name="Poll">The open poll, else the one closed last.</param>
public sealed record SessionSnapshot(string Id, string Code, string Title, string Group, string State, Access Access, string Url, PollSnapshot? Poll);
