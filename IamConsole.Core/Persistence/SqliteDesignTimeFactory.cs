using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IamConsole.Core.Persistence;

internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteIamDbContext>
{
    public SqliteIamDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteIamDbContext>();
        options.UseIamSqlite("design.db");
        return new SqliteIamDbContext(options.Options);
    }
}
