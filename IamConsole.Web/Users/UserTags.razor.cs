using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>A user's tags, read and written as a whole.</summary>
public sealed partial class UserTags
{
    private IReadOnlySet<IamAction> _permitted = new HashSet<IamAction>();
    private List<KeyValuePair<string, string>>? _tags;
    private List<TagDraft>? _editing;
    private Error? _refusal;
    private Error? _error;

    [Inject] public required ListUserTags Tags { get; set; }

    [Inject] public required SetUserTags Writing { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter, EditorRequired] public required UserDetail User { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _permitted = await Permitted.RunAsync(await Session.CallerAsync(), [IamAction.TagUser], Left);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await NewestAsync((caller, ct) => Tags.RunAsync(caller, User.Row.Id, ct));
        if (read.Succeeded) _tags = [.. read.Value];
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    private string Purpose => $"change the tags of {User.Row.Name}";

    private KeptTags? Keep() => _editing is null ? null : new([.. _editing.Select(t => KeyValuePair.Create(t.Key ?? "", t.Value ?? ""))]);

    private void Back(KeptTags kept) => _editing = [.. kept.Tags.Select(t => new TagDraft { Key = t.Key, Value = t.Value })];

    private async Task AskAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.TagUser, User.Row.Id, Left);
        if (!await StepUp.PermitsAsync(asked, Purpose, "tags", new KeptTags([.. _tags!]))) return;
        _error = null;
        _editing = [.. _tags!.Select(t => new TagDraft { Key = t.Key, Value = t.Value })];
        if (_editing.Count == 0) _editing.Add(new TagDraft());
    }

    private async Task SaveAsync()
    {
        using var act = BeginAct();
        if (act is null || _editing is not { } editing) return;
        _error = null;
        var typed = editing.Select(t => (Key: t.Key?.Trim() ?? "", Value: t.Value?.Trim() ?? ""))
            .Where(t => t.Key.Length > 0 || t.Value.Length > 0).ToList();

        // Two rows of one key cannot be told apart in a dictionary.
        var saved = typed.DistinctBy(t => t.Key).Count() < typed.Count ? UserErrors.InvalidTags
            : await Writing.RunAsync(
                await Session.CallerAsync(), User.Row.Id, typed.ToDictionary(t => t.Key, t => t.Value), ToTheEnd);
        if (saved.Error is { } error)
        {
            if (!await StepUp.TakesAsync(error, Purpose)) _error = error;
            return;
        }

        _editing = null;
        Messages.Add(new FlashMessage(FlashKind.Success, $"Tags of {User.Row.Name} saved."));
        await LoadAsync();
    }
}
