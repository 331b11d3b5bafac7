using Microsoft.JSInterop;

namespace IamConsole.Web.Controls;

/// <summary>The script modules of parts.</summary>
internal static class ScriptModule
{
    /// <summary>Gives the module back; says goodbye first where <paramref name="farewell"/> names a function. A window that is gone took it along.</summary>
    public static async ValueTask CloseAsync(this IJSObjectReference? module, string? farewell = null)
    {
        if (module is null) return;
        try
        {
            if (farewell is not null) await module.InvokeVoidAsync(farewell);
            await module.DisposeAsync();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or TaskCanceledException)
        {
            // Nobody is there any more to be told.
        }
    }
}
