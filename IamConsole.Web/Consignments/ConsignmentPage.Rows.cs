namespace IamConsole.Web.Consignments;

/// <summary>Which rows the page shows.</summary>
public sealed partial class ConsignmentPage
{
    private readonly Stack<int> _before = new();
    private int _after;
    private bool _all;

    private Task ShowAsync(bool all)
    {
        (_all, _after) = (all, 0);
        _before.Clear();
        return LoadAsync();
    }

    private Task NextRowsAsync()
    {
        _before.Push(_after);
        _after = _detail?.NextAfter ?? 0;
        return LoadAsync();
    }

    private Task PreviousAsync()
    {
        _after = _before.Pop();
        return LoadAsync();
    }
}
