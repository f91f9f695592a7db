using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gera.Hub.People.Migrations
{
    /// <summary>Databases that took the migration before this one in its first shape have days in the year 1 where nothing was noted.</summary>
    public partial class SeenAtOfOld : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""update people.sign_ins set "SeenAt" = "At" where "SeenAt" < '1970-01-01'""");
            migrationBuilder.Sql("""update people.users u set "CreatedAt" = coalesce((select min(s."At") from people.sign_ins s where s."UserId" = u."Id"), now()) where "CreatedAt" < '1970-01-01'""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
