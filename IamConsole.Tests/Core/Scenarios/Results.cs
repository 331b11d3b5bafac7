using IamConsole.Core;

namespace IamConsole.Tests.Core.Scenarios;

internal static class Results
{
    /// <summary>The value of a success; otherwise the test fails with the refusal's words.</summary>
    public static T Ok<T>(this Result<T> result)
        where T : class
    {
        Assert.True(result.Succeeded, result.Error?.ToString());
        return result.Value;
    }

    public static void Ok(this Result result) => Assert.True(result.Succeeded, result.Error?.ToString());
}
