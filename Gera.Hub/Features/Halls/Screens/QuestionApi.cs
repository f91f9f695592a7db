using Gera.Hub.People;

namespace Gera.Hub.Features.Halls.Screens;

/// <summary>Questions from the floor for programs. The seat comes in the body, by cookie or from the account.</summary>
internal static class QuestionApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/sessions/{code}/questions", async (string code, QuestionForm form, LiveHalls halls, Polling polling, Door door, HttpContext http) =>
            {
                if (await halls.ByCode(code) is not { Hall: var hall }) return Refusals.NotFound.ToHttp();
                var entry = await polling.Enter(code, form.Seat, http);
                var answer = await door.Send<AskQuestion, QuestionTaken>(new AskQuestion(hall.Id, form.Text, form.Name), http.ToCaller(entry?.Seat), http.RequestAborted);
                return answer.ToHttp(taken => Results.Created($"/live/{hall.Code}/fragen", taken));
            })
            .WithSummary("Asks something from the floor.").Produces<QuestionTaken>(201);
        api.MapPost("/sessions/{code}/questions/{id:guid}/upvote", async (string code, Guid id, SeatForm form, Polling polling, Door door, HttpContext http) =>
            {
                var entry = await polling.Enter(code, form.Seat, http);
                return (await door.Send<UpvoteQuestion, Done>(new UpvoteQuestion(id), http.ToCaller(entry?.Seat), http.RequestAborted)).ToHttp();
            })
            .WithSummary("Supports a question, once per seat.");
    }

    /// <param name="Text">At most 500 characters.</param>
    /// <param name="Name">Dropped where the session takes no names.</param>
    /// <param name="Seat">Token of <c>Join</c>.</param>
    internal sealed record QuestionForm(string? Text, string? Name, string? Seat);

    /// <param name="Seat">Token of <c>Join</c>.</param>
    internal sealed record SeatForm(string? Seat);
}
