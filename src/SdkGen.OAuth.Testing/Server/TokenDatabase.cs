using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Clients, authorizations and tokens, in an SQLite database that lives in memory and ends with its connection.</summary>
internal sealed class TokenDatabase(DbContextOptions<TokenDatabase> options) : DbContext(options)
{
    public static void Configure(DbContextOptionsBuilder builder, SqliteConnection connection) => builder.UseSqlite(connection).UseOpenIddict();

    /// <summary>Makes the tables.</summary>
    public static async Task CreateAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var builder = new DbContextOptionsBuilder<TokenDatabase>();
        Configure(builder, connection);
        var database = new TokenDatabase(builder.Options);
        await using var disposal = database.ConfigureAwait(false);
        await database.Database.EnsureCreatedAsync(cancellationToken).ConfigureAwait(false);
    }
}
