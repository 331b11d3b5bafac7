using System.Reflection;
using IamConsole.Core;
using IamConsole.Core.Permissions;

namespace IamConsole.Tests.Core.Permissions;

/// <summary>Every operation that a session can ask for, from the product itself: a new one is tested without being told.</summary>
internal static class UseCases
{
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. typeof(Gate).Assembly.GetExportedTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t != typeof(Gate))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(Caller) && m.ReturnType.IsGenericType)
            .OrderBy(NameOf, StringComparer.Ordinal),
    ];

    public static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>Whether its answer can be an error; the others answer with what is permitted.</summary>
    public static bool AnswersResult(MethodInfo method) => AnswerOf(method).GetProperty(nameof(Result.Error))?.PropertyType == typeof(Error);

    /// <summary>Does it; the error of the answer, null for a success.</summary>
    public static async Task<Error?> AskAsync(IServiceProvider services, MethodInfo method, object?[] arguments)
    {
        var task = (Task)method.Invoke(services.GetService(method.DeclaringType!), arguments)!;
        try
        {
            await task;
        }
        catch (Exception gone) when (gone is not OperationCanceledException)
        {
            // Past the gate without being let in: told with the others.
            return new Error(gone.GetType().Name, gone.Message);
        }

        return (Error?)AnswerOf(method).GetProperty(nameof(Result.Error))!.GetValue(task.GetType().GetProperty("Result")!.GetValue(task));
    }

    private static Type AnswerOf(MethodInfo method) => method.ReturnType.GetGenericArguments()[0];
}
