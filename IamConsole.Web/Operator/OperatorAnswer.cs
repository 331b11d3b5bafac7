using IamConsole.Core;

namespace IamConsole.Web.Operator;

/// <summary>How a command answers: a word, or the refusal and exit code 1.</summary>
internal static class OperatorAnswer
{
    public static async Task<int> SayAsync(Task<Result> done, string word)
    {
        if ((await done).Error is { } error) return await RefuseAsync(error);
        Console.WriteLine(word);
        return 0;
    }

    public static async Task<int> RefuseAsync(Error error)
    {
        await Console.Error.WriteLineAsync(error.Message);
        return 1;
    }
}
