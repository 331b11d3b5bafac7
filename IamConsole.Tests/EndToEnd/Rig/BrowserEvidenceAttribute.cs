using System.Reflection;
using IamConsole.Tests.Architecture;
using IamConsole.Tests.EndToEnd.Rig;
using Xunit.v3;

[assembly: BrowserEvidence]

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>After each test: pictures of its windows go to TestResults if it failed, and faults of its windows fail it.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class BrowserEvidenceAttribute : BeforeAfterTestAttribute
{
    /// <summary>In the root of the repository; not under version control.</summary>
    public static DirectoryInfo Folder { get; } = new(Path.Combine(SourceTree.Root, "TestResults"));

    /// <inheritdoc />
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (BrowserEvidence.Take(test.UniqueID) is not { } record) return;
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        if (failed || record.Faults.Count > 0) record.Write(Folder, FileName(test));
        if (record.Faults.Count > 0) Assert.Fail("Faults in the browser:\n" + string.Join('\n', record.Faults));
    }

    private static string FileName(IXunitTest test)
    {
        var name = string.Concat(test.TestDisplayName.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-'));
        return name.Length <= 120 ? name : name[..120];
    }
}
