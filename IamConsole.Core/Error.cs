using IamConsole.Core.Permissions;

namespace IamConsole.Core;

/// <summary>An expected refusal: what a use case answers instead of throwing.</summary>
/// <param name="Code">IAM's error code, e.g. <c>EntityAlreadyExists</c> or <c>InvalidAuthenticationCode</c>.</param>
/// <param name="Message">The text for the screen, in IAM's words.</param>
/// <param name="Field">The form field that the text belongs to, or null for the form as a whole.</param>
public sealed record Error(string Code, string Message, string? Field = null)
{
    /// <summary>The parts of <see cref="Message"/> when a policy refused; otherwise null.</summary>
    public AccessDenial? Denial { get; init; }

    /// <summary>
    /// Whether something that was to prove identity or possession was compared and was wrong: <see cref="Sessions.WrongProofs"/>
    /// counts it.
    /// </summary>
    public bool IsWrongProof { get; init; }

    /// <summary>What else was wrong with the same form, each at its field: people mend a form once, not field by field.</summary>
    public IReadOnlyList<Error> Others { get; init; } = [];

    private IEnumerable<Error> Each => Others.Prepend(Others.Count == 0 ? this : this with { Others = [] });

    /// <summary>Everything that is wrong with a form as one refusal; null when nothing is.</summary>
    public static Error? All(params IEnumerable<Error?> found)
    {
        var errors = found.OfType<Error>().SelectMany(error => error.Each).ToList();
        return errors.Count < 2 ? errors.FirstOrDefault() : errors[0] with { Others = errors[1..] };
    }

    /// <summary>What is said at a field, or null.</summary>
    public string? MessageAt(string? field) => Each.FirstOrDefault(error => error.Field == field)?.Message;

    /// <summary>The refusal without what is said at a field that was mended; null when nothing else is left.</summary>
    public Error? Without(string? field) => All(Each.Where(error => error.Field != field));

    /// <summary>The refusal without what says the same as another, at whatever field; null when nothing else is left.</summary>
    public Error? Without(Error other) => All(Each.Where(error => error.Message != other.Message));

    /// <summary>The same refusal, shown at a field of the form.</summary>
    public Error At(string field) => this with { Field = field };
}
