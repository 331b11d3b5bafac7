using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>Creates a customer managed policy, from nothing or from another's document.</summary>
public sealed partial class CreatePolicyPage
{
    private readonly PolicyForm _form = new();
    private string? _name;
    private string? _description;
    private string? _template = "";
    private Error? _denied;
    private bool _back;
    private TextInput? _nameInput;
    private PolicyEditor? _editor;

    [Inject] public required CreatePolicy Creation { get; set; }

    [Inject] public required GetPolicy Policies { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    /// <summary>The name of a policy whose document is copied.</summary>
    [SupplyParameterFromQuery(Name = "from")] public string? From { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var caller = await Session.CallerAsync();
        var asked = await Gate.RunAsync(caller, IamAction.CreatePolicy, null, Left);
        _denied = await StepUp.RefusesAsync(asked, "create a policy", PolicyAddress.List);
        if (_denied is not null) return;
        if (string.IsNullOrEmpty(From)) return;
        var read = await Policies.RunAsync(caller, From, Left);
        if (_back) return;
        if (read.Succeeded) _form.Write(read.Value.Document);
        else _form.Error = read.Error;
    }

    private KeptPolicy Keep() => new(_name, _description, _template, _form.Document);

    private void Back(KeptPolicy kept)
    {
        (_name, _description, _template, _back) = (kept.Name, kept.Description, kept.Template, true);
        _form.Write(kept.Document);
    }

    private void ChooseTemplate(string? template)
    {
        _template = template;
        if (BuiltInPolicies.Find(_template ?? "") is { } policy) _form.Write(policy.Text);
    }

    private async Task CreateAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        _form.Error = null;
        var created = await Creation.RunAsync(
            await Session.CallerAsync(), _name?.Trim(), _description, _form.Document, ToTheEnd);
        if (created.Succeeded) Leave(_name!.Trim());
        else if (!await StepUp.TakesAsync(created.Error, $"create the policy {_name?.Trim()}")) await RefuseAsync(created.Error);
    }

    private void Leave(string name)
    {
        Messages.AddForNextPage(new FlashMessage(FlashKind.Success, $"Policy {name} created. Attach it to a group or user."));
        GoTo(PolicyAddress.Of(name));
    }

    private async Task RefuseAsync(Error error)
    {
        _form.Error = error;
        await (error.Field switch
        {
            PolicyErrors.NameField => _nameInput?.FocusAsync(),
            PolicyErrors.DocumentField => _editor?.FocusAsync(),
            _ => null,
        } ?? ValueTask.CompletedTask);
    }
}
