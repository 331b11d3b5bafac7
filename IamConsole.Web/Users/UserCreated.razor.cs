using IamConsole.Core.Users;
using IamConsole.Web.Passkeys;
using IamConsole.Web.Sessions;
using IamConsole.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>What the administrator hands to the new user.</summary>
public sealed partial class UserCreated
{
    private string _accountLabel = "";
    private ElementReference _top;

    [Inject] public required RelyingParty Site { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Parameter, EditorRequired] public required UserRow User { get; set; }

    /// <summary>A generated password; null for one that was typed, or none.</summary>
    [Parameter] public string? Password { get; set; }

    [Parameter] public EventCallback OnAnother { get; set; }

    // The button that had the focus went with the form.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _top.FocusAsync();
    }

    protected override async Task OnInitializedAsync() => _accountLabel = ConsoleClaims.AccountLabelOf(await Session.UserAsync());
}
