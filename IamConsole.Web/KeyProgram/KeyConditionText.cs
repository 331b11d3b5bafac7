using System.Globalization;
using IamConsole.Core.KeyProgram;
using IamConsole.Web.Controls;

namespace IamConsole.Web.KeyProgram;

/// <summary>A condition in words, with its figure.</summary>
public static class KeyConditionText
{
    /// <summary>What is asked.</summary>
    public static string Title(KeyCondition condition) => condition.Kind switch
    {
        KeyConditionKind.Root => "You are signed in as the root user",
        KeyConditionKind.Figure => $"{condition.Name} is at least {Number(condition.Limit)}",
        KeyConditionKind.Country => "The account is in a country to which keys are sent",
        KeyConditionKind.Period => $"No key was ordered by this account in the last {Moments.Count((int)(condition.Limit ?? 0), "day")}",
    };

    /// <summary>What there is; null where there is nothing to say.</summary>
    public static string? Detail(KeyCondition condition) => condition.Kind switch
    {
        KeyConditionKind.Root => "Only the owner of the account can order.",
        KeyConditionKind.Figure => condition is { Value: { } value, At: { } recorded }
            ? $"{Number(value)}, recorded on {Moments.Date(recorded)}" : "No figure is recorded for this account",
        KeyConditionKind.Country => condition.Name,
        KeyConditionKind.Period => condition.At is { } placed ? $"Order {condition.Name} of {Moments.Date(placed)}" : null,
    };

    private static string Number(long? number) => string.Create(CultureInfo.InvariantCulture, $"{number:N0}");
}
