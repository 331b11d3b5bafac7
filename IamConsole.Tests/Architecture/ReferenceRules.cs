namespace IamConsole.Tests.Architecture;

/// <summary>What a part of the house must not see.</summary>
internal static class ReferenceRules
{
    // The user store and encryption know no HTTP.
    private static readonly string[] Allowed =
        ["Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.AspNetCore.DataProtection.Abstractions"];

    public static IEnumerable<string> Forbidden(IEnumerable<string> assemblies) => assemblies
        .Where(a => a.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && !Allowed.Contains(a))
        .Select(a => $"IamConsole.Core: references {a}");

    public static IEnumerable<string> UsesOfCore(Type type, IEnumerable<Type> used) => used
        .Where(u => u.Assembly.GetName().Name == "IamConsole.Core")
        .Select(u => $"{type.FullName}: uses {u.FullName}");
}
