using System.Linq.Expressions;

namespace IamConsole.Core.Users;

/// <summary>
/// The rows behind a cursor, as queries that follow each other: first those equal to it in the order's column and behind it by
/// name, then those behind it. Each walks an index from where it begins, which one query with "or" would not.
/// </summary>
internal static class UserOrder
{
    public static IReadOnlyList<IQueryable<IamUser>> Behind(IQueryable<IamUser> users, UserQuery query)
    {
        var (after, down) = (UserCursor.Read(query.After), query.Descending);
        return query.Sort switch
        {
            UserSort.Name => [ByName(after is null ? users : users.Where(Names(after.Name, down)), down)],
            UserSort.Path => Segments(users, u => u.Path, after, after?.Value ?? "", down),
            UserSort.Mfa => Segments(users, u => u.MfaStrength, after, (MfaStrength)(after?.Strength ?? 0), down),
            UserSort.Created => Segments(users, u => u.CreatedAt, after, after?.Time ?? default, down),
            UserSort.LastActivity => WithNulls(users, u => u.LastSignInAt, after, down),

            // The older the password, the earlier it was set.
            UserSort.PasswordAge => WithNulls(users, u => u.PasswordChangedAt, after, !down),
        };
    }

    private static List<IQueryable<IamUser>> Segments<T>(
        IQueryable<IamUser> users, Expression<Func<IamUser, T>> column, UserCursor? after, T value, bool down)
    {
        if (after is null) return [By(users, column, down)];
        return
        [
            ByName(users.Where(Compare(column, ExpressionType.Equal, value)).Where(Names(after.Name, down)), down),
            By(users.Where(Compare(column, down ? ExpressionType.LessThan : ExpressionType.GreaterThan, value)), column, down),
        ];
    }

    // What never happened comes before everything that did; the databases disagree on that, so it is a segment of its own.
    private static List<IQueryable<IamUser>> WithNulls(
        IQueryable<IamUser> users, Expression<Func<IamUser, DateTimeOffset?>> column, UserCursor? after, bool down)
    {
        var never = users.Where(Compare(column, ExpressionType.Equal, null));
        var ever = users.Where(Compare(column, ExpressionType.NotEqual, null));
        if (after is null) return down ? [By(ever, column, down), ByName(never, down)] : [ByName(never, down), By(ever, column, down)];
        if (after.Time is null)
        {
            var rest = ByName(never.Where(Names(after.Name, down)), down);
            return down ? [rest] : [rest, By(ever, column, down)];
        }

        var segments = Segments(users, column, after, after.Time, down);
        return down ? [.. segments, ByName(never, down)] : segments;
    }

    private static IQueryable<IamUser> By<T>(IQueryable<IamUser> users, Expression<Func<IamUser, T>> column, bool down) => down
        ? users.OrderByDescending(column).ThenByDescending(u => u.NormalizedName)
        : users.OrderBy(column).ThenBy(u => u.NormalizedName);

    private static IQueryable<IamUser> ByName(IQueryable<IamUser> users, bool down) =>
        down ? users.OrderByDescending(u => u.NormalizedName) : users.OrderBy(u => u.NormalizedName);

    private static Expression<Func<IamUser, bool>> Names(string name, bool down) => down
        ? u => string.Compare(u.NormalizedName, name) < 0
        : u => string.Compare(u.NormalizedName, name) > 0;

    private static Expression<Func<IamUser, bool>> Compare<T>(Expression<Func<IamUser, T>> column, ExpressionType how, T value)
    {
        // A property of an object, not a constant: it becomes a parameter of the statement.
        Expression left = column.Body, right = Expression.Property(Expression.Constant(new Holder<T>(value)), nameof(Holder<>.Value));
        if (typeof(T) == typeof(string) && how is not ExpressionType.Equal)
            (left, right) = (Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0));
        if (typeof(T).IsEnum) (left, right) = (Expression.Convert(left, typeof(int)), Expression.Convert(right, typeof(int)));
        return Expression.Lambda<Func<IamUser, bool>>(Expression.MakeBinary(how, left, right), column.Parameters);
    }

    private sealed record Holder<T>(T Value);
}
