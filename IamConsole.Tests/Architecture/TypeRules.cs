using System.Reflection;
using System.Runtime.CompilerServices;
using IamConsole.Core;
using Microsoft.AspNetCore.Components;
using Xunit.v3;

namespace IamConsole.Tests.Architecture;

/// <summary>The rules of the house for one compiled type each: the findings.</summary>
internal static class TypeRules
{
    private const BindingFlags OwnPublic = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Classes are sealed, unless abstract, static or derived from.</summary>
    /// <param name="types">Types of one assembly.</param>
    /// <param name="generated">Razor writes a class for each file without code-behind, and never seals it.</param>
    public static IEnumerable<string> NotSealed(IReadOnlyCollection<Type> types, Func<Type, bool> generated)
    {
        var bases = types.Select(t => t.BaseType).OfType<Type>().Select(b => b.IsGenericType ? b.GetGenericTypeDefinition() : b).ToHashSet();
        return types
            .Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(t))
            .Where(t => !IsCompilers(t) && t != typeof(Program) && !generated(t))
            .Select(t => $"{t.FullName}: not sealed");
    }

    /// <summary>A use case answers a result or is run, and offers one public method.</summary>
    public static IEnumerable<string> SeveralMethods(IEnumerable<Type> types) =>
        from type in types
        where type is { IsClass: true, IsAbstract: false, IsPublic: true }
        let methods = type.GetMethods(OwnPublic).Where(m => !m.IsSpecialName && !m.IsVirtual).ToList()
        where methods.Count > 1 && methods.Any(m => m.Name == "RunAsync" || AnswersResult(m))
        select $"{type.FullName}: {string.Join(", ", methods.Select(m => m.Name).Order(StringComparer.Ordinal))}";

    /// <summary>No test is skipped or run only on demand.</summary>
    public static IEnumerable<string> Skipped(IEnumerable<Type> types) =>
        from type in types
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        from attribute in method.GetCustomAttributes()
        where IsSkipped(attribute)
        select $"{type.FullName}.{method.Name}: skipped";

    /// <summary>Whether this attribute of a test, or of its data, keeps it from running.</summary>
    public static bool IsSkipped(Attribute attribute) => attribute switch
    {
        IFactAttribute fact => fact.Explicit || fact.Skip is not null || fact.SkipWhen is not null || fact.SkipUnless is not null,
        IDataAttribute data => data.Explicit == true || data.Skip is not null,
        _ => false,
    };

    /// <summary>Pages whose cookies need an HTTP response are static; the others are not.</summary>
    public static IEnumerable<string> WrongRenderMode(IEnumerable<Type> types, Func<Type, bool> mustBeStatic) =>
        from type in types
        where type.IsDefined(typeof(RouteAttribute), inherit: false)
        let isStatic = type.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute), inherit: true)
        where isStatic != mustBeStatic(type)
        select $"{type.FullName}: {(isStatic ? "static" : "interactive")}";

    private static bool AnswersResult(MethodInfo method) =>
        method.ReturnType is { IsGenericType: true } task && task.GetGenericTypeDefinition() == typeof(Task<>)
        && task.GetGenericArguments()[0] is var answer
        && (answer == typeof(Result) || (answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(Result<>)));

    private static bool IsCompilers(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.Name.Contains('<', StringComparison.Ordinal)
        || (type.DeclaringType is { } owner && IsCompilers(owner));
}
