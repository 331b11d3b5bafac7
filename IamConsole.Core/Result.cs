namespace IamConsole.Core;

/// <summary>The outcome of a use case without a value: success, or one <see cref="Core.Error"/>.</summary>
public sealed class Result
{
    private static readonly Result Ok = new(null);

    private Result(Error? error, string? note = null) => (Error, Note) = (error, note);

    /// <summary>The refusal, or null on success.</summary>
    public Error? Error { get; }

    /// <summary>True when the use case did what it was asked.</summary>
    public bool Succeeded => Error is null;

    /// <summary>What a success does not say by itself, for the screen; null when there is nothing to add.</summary>
    public string? Note { get; }

    /// <summary>True when what could be done was done and <see cref="Note"/> says what could not.</summary>
    public bool IsPartial { get; private init; }

    /// <summary>A success.</summary>
    public static Result Success() => Ok;

    /// <summary>A success of which there is something to say: how, or to whom.</summary>
    public static Result Success(string note) => new(null, note);

    /// <summary>Done as far as it goes: "Done" alone would say more than is known.</summary>
    public static Result InPart(string note) => new(null, note) { IsPartial = true };

    /// <summary>A refusal.</summary>
    public static Result Failure(Error error) => new(error);

    /// <summary>A refusal, so that a use case can return an error from its slice's catalogue directly.</summary>
    public static implicit operator Result(Error error) => Failure(error);
}
