namespace IamConsole.Core;

/// <summary>The outcome of a use case without a value: success, or one <see cref="Core.Error"/>.</summary>
public sealed class Result
{
    private static readonly Result Ok = new(null);

    private Result(Error? error) => Error = error;

    /// <summary>The refusal, or null on success.</summary>
    public Error? Error { get; }

    /// <summary>True when the use case did what it was asked.</summary>
    public bool Succeeded => Error is null;

    /// <summary>A success.</summary>
    public static Result Success() => Ok;

    /// <summary>A refusal.</summary>
    public static Result Failure(Error error) => new(error);

    /// <summary>A refusal, so that a use case can return an error from its slice's catalogue directly.</summary>
    public static implicit operator Result(Error error) => Failure(error);
}
