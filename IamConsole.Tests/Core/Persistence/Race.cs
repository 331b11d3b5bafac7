using IamConsole.Core;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>Two changes of two servers that meet just before their commits.</summary>
internal sealed record Race(string Name, Func<IServiceProvider, string, Task<Error?>> First, Func<IServiceProvider, string, Task<Error?>> Second)
{
    /// <summary>Both, the first one begun first; what each was answered.</summary>
    public async Task<(Error? First, Error? Second)> RunAsync(IamScenario iam, IServiceProvider beside, string subject)
    {
        await using var chain = await HeldChain.HoldAsync(iam.Postgres.Connection);
        var first = First(iam.Services, subject);
        await chain.WaitForAsync(1, first);
        var second = Second(beside, subject);
        await chain.WaitForAsync(first.IsCompleted ? 1 : 2, second);
        await chain.DisposeAsync();
        return (await first, await second);
    }

    public Race Swapped => new(Name + ", the other first", Second, First);

    public static Task<Error?> AskAsync<T>(IServiceProvider services, Func<T, Task<Result>> ask)
        where T : class => ToldAsync(ask(services.GetRequiredService<T>()), r => r.Error);

    public static Task<Error?> AskAsync<T, TValue>(IServiceProvider services, Func<T, Task<Result<TValue>>> ask)
        where T : class
        where TValue : class => ToldAsync(ask(services.GetRequiredService<T>()), r => r.Error);

    // An exception is a finding, not the end of the walk: told by name.
    private static async Task<Error?> ToldAsync<TResult>(Task<TResult> asked, Func<TResult, Error?> error)
    {
        try
        {
            return error(await asked);
        }
        catch (Exception thrown)
        {
            return new Error("Thrown", $"{thrown.GetType().Name}: {thrown.GetBaseException().Message}");
        }
    }
}
