using Microsoft.EntityFrameworkCore;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Clients, authorizations and tokens, in an SQLite database that lives in memory and ends with its connection.</summary>
internal sealed class TokenDatabase(DbContextOptions<TokenDatabase> options) : DbContext(options);
