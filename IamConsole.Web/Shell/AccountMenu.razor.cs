using System.Security.Claims;
using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IamConsole.Web.Shell;

/// <summary>Who is signed in, to which account, and the way out. The popover is the browser's own: Esc and a click outside close it.</summary>
public sealed partial class AccountMenu
{
    private static readonly (string Mode, string Text)[] Modes =
        [("light", "Light theme"), ("dark", "Dark theme"), ("system", "Follow the system")];

    private ElementReference _menu;
    private IJSObjectReference? _module;
    private string? _mode;

    [Inject] public required IJSRuntime Js { get; set; }

    [Parameter, EditorRequired] public required ClaimsPrincipal User { get; set; }

    protected override ValueTask LeaveAsync() => _module.CloseAsync();

    private async Task ReadModeAsync() => _mode = await (await ModuleAsync()).InvokeAsync<string>("current");

    private async Task ChooseAsync(string mode)
    {
        await (await ModuleAsync()).InvokeVoidAsync("choose", mode);
        _mode = mode;
    }

    private async Task CloseAsync() => await (await ModuleAsync()).InvokeVoidAsync("close", _menu);

    private async Task<IJSObjectReference> ModuleAsync() =>
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./Shell/AccountMenu.razor.js");
}
