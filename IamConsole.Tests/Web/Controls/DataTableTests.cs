using Bunit;
using IamConsole.Web.Controls;
using Xunit;

namespace IamConsole.Tests.Web.Controls;

public sealed class DataTableTests : BunitContext
{
    private static readonly string[] Users = ["amina", "anders", "chen"];
    private IReadOnlyList<string> _selected = [];

    [Fact]
    public void Selects_one_row_at_a_time_by_radio()
    {
        var table = RenderTable(RowSelection.One);

        table.Find("[aria-label='Select anders']").Change("on");

        Assert.Equal(["anders"], _selected);
        Assert.Equal("anders", table.Find("tr.selected").TextContent.Trim());
    }

    [Fact]
    public void Adds_and_removes_rows_by_checkbox()
    {
        var table = RenderTable(RowSelection.Many);

        table.Find("[aria-label='Select anders']").Change(true);
        table.Find("[aria-label='Select chen']").Change(true);
        table.Find("[aria-label='Select anders']").Change(false);

        Assert.Equal(["chen"], _selected);
    }

    [Fact]
    public void Selects_and_clears_the_whole_page()
    {
        var table = RenderTable(RowSelection.Many);

        table.Find("[aria-label='Select all']").Change(true);
        Assert.Equal(Users, _selected);

        table.Find("[aria-label='Select all']").Change(false);
        Assert.Empty(_selected);
    }

    [Theory]
    [InlineData(false, "No users")]
    [InlineData(true, "No matches")]
    public void Tells_an_empty_list_from_a_filter_without_matches(bool filtered, string expected)
    {
        var table = RenderTable(RowSelection.None, items: [], filtered: filtered);

        Assert.Equal(expected, table.Find(".table-state").TextContent.Trim());
    }

    [Fact]
    public void Shows_words_while_the_first_page_is_read()
    {
        var table = RenderTable(RowSelection.None, items: null, loading: true);

        Assert.Contains("Loading users", table.Find(".table-state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_the_old_rows_during_a_refresh()
    {
        var table = RenderTable(RowSelection.None, items: Users, loading: true);

        Assert.Equal(3, table.FindAll("tbody tr").Count);
        Assert.DoesNotContain("Loading users", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_no_pager_when_all_rows_fit()
    {
        var table = RenderTable(RowSelection.None);

        Assert.Empty(table.FindAll("nav"));
    }

    private IRenderedComponent<DataTable<string>> RenderTable(RowSelection selection) => RenderTable(selection, Users);

    private IRenderedComponent<DataTable<string>> RenderTable(
        RowSelection selection, IReadOnlyList<string>? items, bool loading = false, bool filtered = false)
    {
        IRenderedComponent<DataTable<string>>? table = null;
        table = Render<DataTable<string>>(parameters => parameters
            .Add(part => part.Label, "Users")
            .Add(part => part.Items, items)
            .Add(part => part.Loading, loading)
            .Add(part => part.LoadingText, "Loading users")
            .Add(part => part.Filtered, filtered)
            .Add(part => part.Empty, "No users")
            .Add(part => part.NoMatch, "No matches")
            .Add(part => part.Header, "<th scope=col>User name</th>")
            .Add(part => part.Row, user => $"<td>{user}</td>")
            .Add(part => part.Selection, selection)
            .Add(part => part.SelectedChanged, selected =>
            {
                _selected = selected;
                table!.Render(changed => changed.Add(part => part.Selected, selected));
            }));
        return table;
    }
}
