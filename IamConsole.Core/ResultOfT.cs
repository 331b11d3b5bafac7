using System.Diagnostics.CodeAnalysis;

namespace IamConsole.Core;

/// <summary>The outcome of a use case with a value: the value, or one <see cref="Core.Error"/>.</summary>
/// <typeparam name="T">What the use case answers.</typeparam>
public sealed class Result<T>
    where T : class
{
    private Result(T? value, Error? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The answer, or null when refused.</summary>
    public T? Value { get; }

    /// <summary>The refusal, or null on success.</summary>
    public Error? Error { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(Error error) => new(null, error);
}
