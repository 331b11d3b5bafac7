using IamConsole.Core.Permissions;
using IamConsole.Tests.Architecture;

namespace IamConsole.Tests.Core.Permissions;

public sealed class PermissionMatrixTests
{
    private static readonly string Document = Path.Combine(SourceTree.Root, "IamConsole.Core", "Permissions", "MATRIX.md");

    [Fact]
    public void The_written_matrix_says_what_the_code_does()
    {
        var written = File.Exists(Document) ? File.ReadAllText(Document).ReplaceLineEndings("\n") : "";
        var now = PermissionMatrix.Write();
        if (written == now) return;
        File.WriteAllText(Document, now);
        Assert.Fail("IamConsole.Core/Permissions/MATRIX.md was not what the code does. It has been written anew: read what changed, and keep it with the change that caused it.");
    }

    [Fact]
    public void Every_action_of_the_catalogue_is_in_it_once_and_nobody_but_root_acts_on_root()
    {
        var rows = PermissionMatrix.Write().Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToList();

        Assert.Equal(IamAction.All.Select(a => a.Name), rows.Select(r => r.Split('`')[1]));
        Assert.DoesNotContain(rows, r => r.Split('|').Any(cell => cell.Split(',').Any(word => word.Trim() == "root")));
    }
}
