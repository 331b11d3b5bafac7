using IamConsole.Core;
using IamConsole.Core.SignIn;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>For staff: why a code of the user was refused after the right password.</summary>
public sealed partial class LastRefusedCode
{
    private RefusedCodeView? _code;
    private Error? _error;
    private bool _read;
    private string? _shown;

    [Inject] public required GetRefusedCode Codes { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>Whose code.</summary>
    [Parameter, EditorRequired] public required string UserId { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == UserId) return;
        (_shown, _read, _code, _error) = (UserId, false, null, null);
        var asked = UserId;
        var answer = await NewestAsync((caller, ct) => Codes.RunAsync(caller, asked, ct));
        if (asked != UserId) return;
        (_code, _read) = (answer.Value, true);
        if (answer.Error is { } error && error != SignInErrors.NoRefusedCode && !Navigation.Takes(error)) _error = error;
    }
}
