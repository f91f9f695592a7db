using System.Globalization;
using Gera.Hub.Push;
using Microsoft.AspNetCore.Components;

namespace Gera.Hub.Features.Halls.Console;

/// <summary>A part of the console that looks again whenever its topic changed, one look after another, until it is gone.</summary>
public abstract class LivePart : ComponentBase, IDisposable
{
    // A push comes on a thread that speaks no language; whoever sits here goes on reading theirs.
    private readonly CultureInfo culture = CultureInfo.CurrentCulture, language = CultureInfo.CurrentUICulture;
    private readonly SemaphoreSlim gate = new(1, 1);
    private IDisposable? watch;
    private int asked;
    private bool over;

    [Inject] public required Topics Topics { get; set; }

    [CascadingParameter] public required Desk Desk { get; set; }

    /// <summary>What is told when this part's facts changed.</summary>
    protected abstract string Topic { get; }

    /// <summary>Reads the facts anew. What somebody is typing is not touched.</summary>
    protected abstract Task Read();

    protected override async Task OnInitializedAsync()
    {
        // Before reading, or what changes in between would be missed.
        if (RendererInfo.IsInteractive) watch = Topics.Watch(Topic, Look);
        await Refresh();
    }

    protected async Task Refresh()
    {
        await gate.WaitAsync();
        try
        {
            asked = 0;
            if (!over) await Desk.Look(Read);
        }
        finally
        {
            gate.Release();
        }
    }

    // Called on a foreign thread. What breaks here breaks this part only, and in a sentence.
    protected async Task Look()
    {
        // A look that has not begun yet will see this change too.
        if (Interlocked.Exchange(ref asked, 1) == 1) return;
        try
        {
            await InvokeAsync(async () =>
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
                await Refresh();
                if (!over) StateHasChanged();
            });
        }
        catch (Exception e) when (!over)
        {
            await DispatchExceptionAsync(e);
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        over = true;
        watch?.Dispose();
    }
}
