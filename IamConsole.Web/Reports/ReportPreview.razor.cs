using IamConsole.Core.Reports;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Reports;

/// <summary>The report's most asked columns, of now, page by page.</summary>
public sealed partial class ReportPreview
{
    private readonly Stack<string?> _before = new();
    private PreviewPage? _page;
    private string? _search;
    private string? _after;

    [Inject] public required PreviewCredentialReport Preview { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var (search, after) = (_search, _after);
        var read = await NewestAsync((caller, ct) => Preview.RunAsync(caller, search, after, ct));
        if ((search, after) != (_search, _after)) return;
        if (read.Succeeded) _page = read.Value;
        else Navigation.Takes(read.Error);
    }

    private Task SearchAsync(string? text)
    {
        _before.Clear();
        (_search, _after) = (text, null);
        return LoadAsync();
    }

    private Task NextAsync()
    {
        _before.Push(_after);
        _after = _page?.NextAfter;
        return LoadAsync();
    }

    private Task PreviousAsync()
    {
        _after = _before.TryPop(out var before) ? before : null;
        return LoadAsync();
    }
}
