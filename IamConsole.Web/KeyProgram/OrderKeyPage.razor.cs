using IamConsole.Core;
using IamConsole.Core.KeyProgram;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.KeyProgram;

/// <summary>Whether the account may order, and the form to do so.</summary>
public sealed partial class OrderKeyPage
{
    private KeyEligibility? _eligibility;
    private KeyOrderForm? _form;
    private AddressFields? _fields;
    private DateTimeOffset? _checkedAt;
    private Error? _refusal;
    private Error? _error;
    private bool _checking;

    [Inject] public required GetSecurityKeyEligibility Eligibility { get; set; }

    [Inject] public required OrderSecurityKey Ordering { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    protected override Task OnInitializedAsync() => CheckAsync();

    private async Task CheckAsync()
    {
        _checking = true;
        var read = await NewestAsync((caller, ct) => Eligibility.RunAsync(caller, ct));
        _checking = false;
        if (!read.Succeeded)
        {
            if (!Navigation.Takes(read.Error)) _refusal = read.Error;
            return;
        }

        (_eligibility, _checkedAt) = (read.Value, Clock.GetUtcNow());
        _form ??= new KeyOrderForm(_eligibility.Country.Code);
        if (_eligibility.Models.FirstOrDefault(m => m.Id == _form.ModelId) is not { InStock: true })
            _form.ModelId = _eligibility.Models.FirstOrDefault(m => m.InStock)?.Id;
    }

    private static string Missed(KeyEligibility measured) => measured.Conditions.Count(c => !c.IsMet) is > 1 and var several
        ? $"{several} conditions are not met. You can check again when they are." : "One condition is not met. You can check again when it is.";

    private void Choose(string model)
    {
        _form!.ModelId = model;
        _error = null;
    }

    private async Task OrderAsync()
    {
        using var act = BeginAct();
        if (act is null || _form is null) return;
        _error = null;
        if (_form.Submit() is { } wrong)
        {
            await FocusAsync(wrong);
            return;
        }

        var placed = await Ordering.RunAsync(await Session.CallerAsync(), _form.Wanted, ToTheEnd);
        if (placed.Succeeded)
        {
            Messages.AddForNextPage(new FlashMessage(
                FlashKind.Success, "The operator of this console will approve or reject it.", $"Order {placed.Value.Label} placed"));
            GoTo(KeyProgramAddress.Orders);
            return;
        }

        if (Navigation.Takes(placed.Error)) return;

        // Somebody was faster, or the rules have changed: show how it stands now. What was typed stays.
        await CheckAsync();
        _error = placed.Error;
    }

    private async Task FocusAsync(Error wrong)
    {
        if (_fields is not null) await _fields.FocusAsync(wrong.Field);
    }
}
