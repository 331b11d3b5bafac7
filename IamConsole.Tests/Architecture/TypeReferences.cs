using System.Reflection;

namespace IamConsole.Tests.Architecture;

/// <summary>Which types a compiled type uses, in its signatures and in its code: what a search for names would overlook.</summary>
internal static class TypeReferences
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Nested types (lambdas, asynchronous methods) count as their owner.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Collect(type, found);
        return found;
    }

    private static void Collect(Type type, HashSet<Type> found)
    {
        Add(type.BaseType, found);
        foreach (var used in type.GetInterfaces()) Add(used, found);
        foreach (var attribute in type.GetCustomAttributesData()) Add(attribute.AttributeType, found);
        foreach (var field in type.GetFields(Own)) Add(field.FieldType, found);
        foreach (var method in type.GetMethods(Own).Concat<MethodBase>(type.GetConstructors(Own))) CollectMethod(method, found);
        foreach (var nested in type.GetNestedTypes(Own)) Collect(nested, found);
    }

    private static void CollectMethod(MethodBase method, HashSet<Type> found)
    {
        Add((method as MethodInfo)?.ReturnType, found);
        foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType, found);
        foreach (var local in method.GetMethodBody()?.LocalVariables ?? []) Add(local.LocalType, found);
        foreach (var member in IlReader.MembersIn(method))
        {
            Add(member as Type ?? member.DeclaringType, found);
            if (member is MethodInfo called)
                foreach (var argument in called.GetGenericArguments()) Add(argument, found);
        }
    }

    private static void Add(Type? type, HashSet<Type> found)
    {
        if (type is null || type.IsGenericParameter) return;
        if (type.HasElementType) Add(type.GetElementType(), found);
        foreach (var argument in type.GetGenericArguments()) Add(argument, found);
        found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
    }
}
