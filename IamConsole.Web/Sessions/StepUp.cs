using System.Text.Json;
using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.Sessions;
using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Sessions;

/// <summary>
/// Asks for a factor without losing what somebody was about to do. What the page's parts hold (<see cref="Kept{T}"/>) goes to
/// the server with the purpose; back from the confirmation they get it again. Nothing is carried out by that.
/// </summary>
public sealed class StepUp(StepUpIntents intents, CircuitSession session, NavigationManager navigation, FlashMessages messages)
{
    private const string Wanted = "wanted ";

    private readonly List<(string Name, Func<object?> Read)> _parts = [];
    private readonly HashSet<string> _given = [];
    private string? _taken;
    private Task<TakenIntent?>? _intent;

    /// <summary>
    /// True when the page need not show <paramref name="error"/>: a factor is asked for first, and everything comes back
    /// afterwards; or the session has ended, which the layout says.
    /// </summary>
    /// <param name="error">What a use case answered.</param>
    /// <param name="purpose">What for and for whom, as it follows "to".</param>
    public Task<bool> TakesAsync(Error error, string purpose) => TakesAsync(error, purpose, leave: null, wanted: null);

    /// <summary>
    /// Whether a dialog may open, by what <see cref="AskGate"/> answered. If not, the refusal is said here: it takes the page
    /// elsewhere, or stands above it.
    /// </summary>
    /// <param name="asked">The gate's answer.</param>
    /// <param name="purpose">What for and for whom, as it follows "to".</param>
    /// <param name="part">The part of the page that opens it.</param>
    /// <param name="wanted">What that part gets instead of its state of now, if the factor is proven: the dialog.</param>
    public async Task<bool> PermitsAsync(Result asked, string purpose, string part, IKept wanted)
    {
        if (asked.Error is not { } error) return true;
        if (!await TakesAsync(error, purpose, leave: null, (Wanted + part, wanted))) messages.Add(new FlashMessage(FlashKind.Error, error.Message));
        return false;
    }

    /// <summary>
    /// What a page that is one form shows instead of it, by what <see cref="AskGate"/> answered when it opened; null for the
    /// form. "Cancel" on the page that asks for the factor leads to <paramref name="leave"/>, not here, where it would be
    /// asked for again; and who comes back with what he typed gets his form even so.
    /// </summary>
    public async Task<Error?> RefusesAsync(Result asked, string purpose, string leave)
    {
        if (asked.Error is not { } error) return null;
        if (PermissionErrors.IsStepUp(error) && await IsBackAsync()) return null;
        return await TakesAsync(error, purpose, leave, wanted: null) ? null : error;
    }

    /// <summary>Whether somebody comes back to what he began here.</summary>
    public async Task<bool> IsBackAsync() => await TakeAsync() is not null;

    internal void Add(string name, Func<object?> read) => _parts.Add((name, read));

    internal void Remove(Func<object?> read) => _parts.RemoveAll(part => part.Read == read);

    // Once: a part that is closed and opened again begins anew.
    internal async Task<T?> RecallAsync<T>(string name) where T : class
    {
        if (await TakeAsync() is not { } intent || !_given.Add(name)) return null;
        var parts = intent.Content.Parts;
        return (intent.IsConfirmed && parts.TryGetValue(Wanted + name, out var part)) || parts.TryGetValue(name, out part)
            ? part.Deserialize<T>() : null;
    }

    private async Task<bool> TakesAsync(Error error, string purpose, string? leave, (string Name, IKept State)? wanted)
    {
        if (!PermissionErrors.IsStepUp(error)) return navigation.Takes(error);
        var here = ResumeAddress.Here(navigation);
        var parts = _parts.Select(part => (part.Name, State: part.Read()));
        if (wanted is { } dialog) parts = parts.Append((dialog.Name, State: dialog.State));
        try
        {
            var user = await session.UserAsync();
            var content = new IntentContent(here, purpose, leave, parts.Where(part => part.State is not null)
                .ToDictionary(part => part.Name, part => JsonSerializer.SerializeToElement(part.State, part.State!.GetType())));
            var token = await intents.KeepAsync(user.Caller().SessionId, user.UserId(), content, CancellationToken.None);
            if (token is null) return false;
            navigation.NavigateTo(ResumeAddress.Confirm(ResumeAddress.With(here, token)), forceLoad: true);
        }
        catch (Exception busy) when (PassingFault.Is(busy))
        {
            // Going without it would lose what was typed; the page stays, and the next click asks again.
            messages.Add(new FlashMessage(FlashKind.Error, PassingFault.Of(busy)!.Message));
        }

        return true;
    }

    // Once for each address: parts ask one after the other. What belongs to another page is not given out.
    private async Task<TakenIntent?> TakeAsync()
    {
        if (ResumeAddress.TokenOf(navigation.Uri) is not { } token) return null;
        if (_taken != token)
        {
            _given.Clear();
            (_taken, _intent) = (token, FetchAsync(token));
        }

        return await _intent! is { } intent && intent.Content.Path == ResumeAddress.Here(navigation) ? intent : null;
    }

    private async Task<TakenIntent?> FetchAsync(string token)
    {
        var user = await session.UserAsync();
        return await intents.TakeAsync(token, user.Caller().SessionId, user.UserId(), CancellationToken.None);
    }
}
