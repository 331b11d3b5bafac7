using IamConsole.Core;
using IamConsole.Core.Notices;
using IamConsole.Web.Controls;
using IamConsole.Web.Mail;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using OutboxList = IamConsole.Core.Notices.OutboxPage;

namespace IamConsole.Web.Notices;

/// <summary>The outbox of the account. Filter and page stand in the address.</summary>
public sealed partial class OutboxPage
{
    private const string Address = "/notices";
    private readonly Stack<string?> _before = new();
    private OutboxList? _page;
    private OutboxQuery? _shown;
    private Error? _refusal;
    private bool _loading;

    [Inject] public required ListOutbox Outbox { get; set; }

    [Inject] public required RetryMail Retry { get; set; }

    [Inject] public required IOptions<SmtpOptions> Smtp { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [SupplyParameterFromQuery(Name = "state")] public string? State { get; set; }

    /// <summary>The row after which the page begins.</summary>
    [SupplyParameterFromQuery(Name = "after")] public string? After { get; set; }

    private MailState? Chosen => Enum.TryParse<MailState>(State, out var state) && Enum.IsDefined(state) ? state : null;

    private OutboxQuery Query => new(Chosen, OutboxCursor.Parse(After));

    protected override async Task OnParametersSetAsync()
    {
        if (Query != _shown) await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var query = Query;
        (_shown, _loading) = (query, true);
        await TryReadAsync(async () =>
        {
            var read = await NewestAsync((caller, ct) => Outbox.RunAsync(caller, query, ct));
            if (read.Succeeded) _page = read.Value;
            else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
        });
        if (Reference is not null) _page = null;
        _loading = false;
    }

    private async Task RetryAsync(OutboxRow mail)
    {
        using var act = BeginAct();
        if (act is null) return;
        var retried = await Retry.RunAsync(await Session.CallerAsync(), mail.Id, ToTheEnd);
        if (retried.Succeeded) Messages.Add(new FlashMessage(FlashKind.Success, $"The notice for {mail.UserName} waits for another attempt."));
        else if (Navigation.Takes(retried.Error!)) return;
        else Messages.Add(new FlashMessage(FlashKind.Error, retried.Error!.Message));
        await LoadAsync();
    }

    private void Filter(ChangeEventArgs change)
    {
        _before.Clear();
        Go(change.Value as string, after: null);
    }

    private void Next()
    {
        _before.Push(After);
        Go(State, _page?.Next?.ToString());
    }

    private void Previous() => Go(State, _before.TryPop(out var before) ? before : null);

    private void Go(string? state, string? after) => GoTo(Navigation.GetUriWithQueryParameters(
        Address, new Dictionary<string, object?> { ["state"] = string.IsNullOrEmpty(state) ? null : state, ["after"] = after }));
}
