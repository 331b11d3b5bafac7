using System.Globalization;
using IamConsole.Core;
using IamConsole.Core.KeyProgram;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.KeyProgram;

/// <summary>The account's orders, and the course of one of them. Page and order stand in the address.</summary>
public sealed partial class KeyOrdersPage
{
    private readonly Stack<string?> _before = new();
    private KeyOrderPage? _page;
    private IReadOnlyList<KeyOrderRow> _selected = [];
    private IReadOnlyDictionary<IamAction, string> _missing = new Dictionary<IamAction, string>();
    private Error? _refusal;
    private string? _shownAfter;
    private string? _cancelError;
    private bool _isRoot;
    private bool _loading;
    private bool _cancelling;

    [Inject] public required ListSecurityKeyOrders Orders { get; set; }

    [Inject] public required CancelSecurityKeyOrder Cancellation { get; set; }

    [Inject] public required ListUnavailable Unavailable { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    /// <summary>The order whose course is shown.</summary>
    [SupplyParameterFromQuery(Name = "order")] public string? Order { get; set; }

    /// <summary>The order after which the page begins.</summary>
    [SupplyParameterFromQuery(Name = "after")] public string? After { get; set; }

    private KeyOrderRow? Selected => _selected is [var selected] ? selected : null;

    /// <summary>The one in the address, or what is under way, or the newest.</summary>
    private KeyOrderRow? Shown => _page is null ? null
        : _page.Orders.FirstOrDefault(o => o.Label == Order) ?? _page.Orders.FirstOrDefault(o => o.IsOpen) ?? (_page.Orders is [var newest, ..] ? newest : null);

    private string? CancelReason => Unpermitted(IamAction.CancelSecurityKeyOrder)
        ?? (Selected is null ? "Select an order first" : Selected.State is KeyOrderState.Placed ? null : KeyProgramErrors.CannotCancel.Message);

    private string? OrderReason => Unpermitted(IamAction.OrderSecurityKey)
        ?? (_page is null ? "Loading orders" : !_page.IsOn ? KeyProgramErrors.Off.Message : _page.HasOpenOrder ? KeyProgramErrors.OrderUnderWay.Message : null);

    protected override async Task OnInitializedAsync()
    {
        _isRoot = (await Session.UserAsync()).IsRootUser();
        _missing = await Unavailable.RunAsync(
            await Session.CallerAsync(), [IamAction.OrderSecurityKey, IamAction.CancelSecurityKeyOrder], Left);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_page is null || After != _shownAfter) await LoadAsync();
    }

    private async Task LoadAsync()
    {
        (_loading, _shownAfter) = (true, After);
        var read = await NewestAsync((caller, ct) => Orders.RunAsync(caller, long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : null, ct));
        _loading = false;
        if (!read.Succeeded)
        {
            if (!Navigation.Takes(read.Error)) _refusal = read.Error;
            return;
        }

        _page = read.Value;
        _selected = [.. _page.Orders.Where(row => _selected.Any(old => old.Number == row.Number))];
    }

    // A right that no policy can give: no use to ask an administrator for it.
    private string? Unpermitted(IamAction action) => _missing.ContainsKey(action) ? "Only the root user orders and cancels" : null;

    private async Task CancelAsync()
    {
        using var act = BeginAct();
        if (act is null || Selected is not { } order) return;
        var cancelled = await Cancellation.RunAsync(await Session.CallerAsync(), order.Number, ToTheEnd);
        if (cancelled.Error is { } error)
        {
            if (!Navigation.Takes(error)) _cancelError = error.Message;
            return;
        }

        Leave();
        Messages.Add(new FlashMessage(FlashKind.Success, $"Order {order.Label} cancelled."));

        await LoadAsync();
    }

    private void Leave() => (_cancelling, _cancelError) = (false, null);

    private void Next()
    {
        _before.Push(After);
        Go(_page?.Next?.ToString(CultureInfo.InvariantCulture));
    }

    private void Previous() => Go(_before.TryPop(out var before) ? before : null);

    private void Go(string? after) => GoTo(Navigation.GetUriWithQueryParameters(
        KeyProgramAddress.Orders, new Dictionary<string, object?> { ["after"] = after }));
}
