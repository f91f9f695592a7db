using Gera.Hub.People;

namespace Gera.Hub.Features.Halls;

/// <summary>The contract over HTTP; names do not change.</summary>
internal static class HallApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/sessions", async (StartSession wish, Door door, HttpContext http) =>
                (await door.Send<StartSession, SessionStarted>(wish, http.ToCaller(), http.RequestAborted)).ToHttp(made => Results.Created(made.Url, made)))
            .WithSummary("Makes a session that takes voters at once.").Produces<SessionStarted>(201);
        api.MapGet("/sessions/{code}", async (string code, LiveBoard board) =>
                await board.Session(code) is { } session ? Results.Ok(session) : Refusals.NotFound.ToHttp())
            .WithSummary("Title, state and current poll of a session.").Produces<SessionSnapshot>();
        api.MapPost("/sessions/{code}/polls", async (string code, PollDraft draft, LiveHalls halls, Door door, HttpContext http) =>
                await halls.ByCode(code) is { } view
                    ? (await door.Send<PreparePoll, PollMade>(new PreparePoll(view.Hall.Id, draft), http.ToCaller(), http.RequestAborted)).ToHttp(made => Results.Created($"/api/live/polls/{made.Id}", made))
                    : Refusals.NotFound.ToHttp())
            .WithSummary("Prepares a poll.").Produces<PollMade>(201);
        api.MapPost("/sessions/{code}/seats", async (string code, CardForm form, Door door, HttpContext http) =>
                (await door.Send<TakeCardSeat, CardSeat>(new TakeCardSeat(code, form.Card), http.ToCaller(), http.RequestAborted)).ToHttp())
            .WithSummary("Redeems a voting card for its seat, once.").Produces<CardSeat>();
        api.MapPost("/polls/{id:guid}/open", (Guid id, Door door, LiveHalls halls, LiveBoard board, HttpContext http) =>
                Run(door.Send<OpenPoll, Done>(new OpenPoll(id), http.ToCaller(), http.RequestAborted), id, halls, board))
            .WithSummary("Opens a poll.").Produces<PollSnapshot>();
        api.MapPost("/polls/{id:guid}/close", (Guid id, Door door, LiveHalls halls, LiveBoard board, HttpContext http) =>
                Run(door.Send<ClosePoll, Done>(new ClosePoll(id), http.ToCaller(), http.RequestAborted), id, halls, board))
            .WithSummary("Closes a poll; results that show at close are in the answer.").Produces<PollSnapshot>();
        api.MapGet("/polls/{id:guid}", (Guid id, LiveHalls halls, LiveBoard board) => Show(id, halls, board))
            .WithSummary("A poll with what may be seen of its count.").Produces<PollSnapshot>();
        api.MapGet("/polls/{id:guid}/record", async (Guid id, LiveHalls halls, RecordReader record) =>
            {
                if (await halls.ByPoll(id) is not { } view || view.Find(id) is not { State: not PollState.Prepared } poll) return Refusals.NotFound.ToHttp();
                return RecordReader.IsPublic(poll) ? new RecordFile(record, poll) : HallRefusals.RecordNotYet.ToHttp();
            })
            .WithSummary("Everything needed to count a poll again.").Produces<PublicRecord>();
    }

    /// <summary>What <c>POST …/seats</c> takes.</summary>
    internal sealed record CardForm(string? Card);

    private static async Task<IResult> Run(Task<Answer<Done>> deed, Guid poll, LiveHalls halls, LiveBoard board)
    {
        var answer = await deed;
        if (!answer.Granted) return answer.Refusal!.ToHttp();
        // The letter about this change may still be on its way.
        halls.Forget(poll);
        return await Show(poll, halls, board);
    }

    /// <summary>A poll that has never been open is nobody's business but its leader's.</summary>
    private static async Task<IResult> Show(Guid id, LiveHalls halls, LiveBoard board) =>
        await halls.ByPoll(id) is { } view && view.Find(id) is { State: not PollState.Prepared } poll
            ? Results.Ok(await board.Of(view, poll))
            : Refusals.NotFound.ToHttp();
}
