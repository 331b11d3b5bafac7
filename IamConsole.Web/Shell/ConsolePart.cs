using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Shell;

/// <summary>
/// What every page and part stands on that asks Core: see <see cref="LivePart"/>. It also watches what goes on in the
/// background, and has one answer for a database that does not answer: a reference, which leads to the log.
/// </summary>
public abstract class ConsolePart : LivePart
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly HashSet<object> _watched = [];

    [Inject] public required ConsoleWindow Window { get; set; }

    /// <summary>Set while what the part shows could not be read: stands beside the fault in the log.</summary>
    protected string? Reference { get; private set; }

    /// <summary>Leads on, when something is done. Whoever left the page while it worked is somewhere else by now, and stays there.</summary>
    protected void GoTo(string address, bool replace = false, bool forceLoad = false)
    {
        if (!IsGone) Window.Navigation.NavigateTo(address, forceLoad, replace);
    }

    /// <summary>Reads, or leaves a <see cref="Reference"/> where the database did not answer.</summary>
    protected async Task TryReadAsync(Func<Task> read)
    {
        Reference = null;
        try
        {
            await read();
        }
        catch (Exception error) when (PassingFault.Is(error) || error is DbException)
        {
            // A fault that does not pass leaves the rest of the page usable as well.
            Reference = Report(error);
        }
    }

    /// <summary>A load of one question: the answer comes only to the newest of the same method, on a page that is still there.</summary>
    protected async Task<T> NewestAsync<T>(Func<Caller, CancellationToken, Task<T>> question, [CallerMemberName] string name = "")
    {
        var load = NewLoad(name);
        var caller = await Window.Session.CallerAsync();
        return await load.Of(ct => question(caller, ct));
    }

    /// <summary>
    /// Looks every second while <paramref name="goesOn"/>; once for each subject. It ends with the page and with the session,
    /// which is asked first: a window that was left open writes no refusal a second into the trail. A look is no activity:
    /// ask as <see cref="CircuitSession.TimerAsync"/>.
    /// </summary>
    protected async Task WatchAsync(object subject, Func<bool> goesOn, Func<Task> look)
    {
        if (!_watched.Add(subject)) return;
        try
        {
            using var timer = new PeriodicTimer(Pause, Window.Clock);
            while (goesOn() && await timer.WaitForNextTickAsync(Left))
            {
                if (!await LooksAsync(look)) return;
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left; what it watched goes on.
        }
        catch (Exception error) when (!IsGone)
        {
            await DispatchExceptionAsync(error);
        }
        finally
        {
            _watched.Remove(subject);
        }
    }

    /// <inheritdoc />
    protected override bool Takes(Exception error)
    {
        if (PassingFault.Of(error) is not { } away) return false;
        Window.Messages.Add(new FlashMessage(
            FlashKind.Error, $"{away.Message} If it happens again, give reference {Report(error)} to your administrator.", "What you typed is kept"));
        return true;
    }

    private async Task<bool> LooksAsync(Func<Task> look)
    {
        try
        {
            if (!await Window.Session.LivesAsync(Left)) return false;
            await look();
        }
        catch (Exception error) when (PassingFault.Is(error))
        {
            // Shown as it was; the next look may see it.
        }

        return true;
    }

    private string Report(Exception error)
    {
        var reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        Window.Logger.PartUnanswered(GetType().Name, reference, error);
        return reference;
    }
}
