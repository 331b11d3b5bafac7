using IamConsole.Core.Consignments;
using IamConsole.Web.Controls;

namespace IamConsole.Web.Consignments;

/// <summary>What goes on in the background, and the undoing of an import.</summary>
public sealed partial class ConsignmentPage
{
    // Something works at it in the background, or in another window.
    private bool IsMoving => _detail?.Consignment is
    { State: ConsignmentState.Importing } or { State: ConsignmentState.Reading or ConsignmentState.Undoing, IsCutOff: false };

    private async Task UndoAsync()
    {
        if (!await DoAsync(async () => await Undo.RunAsync(await Session.CallerAsync(), ConsignmentId, ToTheEnd), "undo an import of tokens")) return;
        _undoing = false;
        _ = SeeUndoneAsync();
    }

    private async Task SeeUndoneAsync()
    {
        await WatchAsync();
        if (_detail?.Consignment.State is ConsignmentState.Undone)
            Messages.Add(new FlashMessage(FlashKind.Success, "The import is undone. Its tokens are no longer in stock."));
        else if (_detail?.Consignment.State is ConsignmentState.Imported)
            _error = ConsignmentErrors.InUse;
        if (!IsGone) StateHasChanged();
    }
}
