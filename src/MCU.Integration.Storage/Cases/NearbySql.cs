using System.Globalization;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Cases;

/// <summary>
/// Looks for repeated reports through the partial indexes of open cases: by the object of the address register, and by a box around the point that is then
/// cut to the circle. Distances are plane ones, good to a metre in a city.
/// </summary>
internal static class NearbySql
{
    private const double MetresPerDegree = 111_195;
    private const int CellRadii = 4;

    // Degrees of longitude are shorter than those of latitude.
    private const int CellStretch = 4;
    private const string Open = "status not in ('answered', 'closed')";
    private const string Columns = "id, number, received_at, latitude, longitude";

    private static readonly Column[] CountColumns =
    [
        Column.Int("n"), Column.Id("self"), Column.Text("subject"), Column.Instant("since"), Column.Instant("til"), Column.Id("object"),
        Column.Long("lat"), Column.Long("lon"), Column.Long("south"), Column.Long("north"), Column.Long("west"), Column.Long("east"),
        Column.Real("per_unit"), Column.Real("per_unit_east"), Column.Real("square"),
    ];

    internal const string AtObject = $"""
        select {Columns} from cases
        where object_id = @GarObject and object_id is not null and subject = @Subject and {Open} and received_at between @Since and @Until and id <> @Self
        order by received_at desc limit @Limit
        """;

    internal const string Around = $"""
        select {Columns} from cases
        where subject = @Subject and latitude between @south and @north and latitude is not null and {Open}
            and received_at between @Since and @Until and longitude between @west and @east and id <> @Self
            and (latitude - @latitude) * @perUnit * ((latitude - @latitude) * @perUnit) + (longitude - @longitude) * @perUnitEast * ((longitude - @longitude) * @perUnitEast) <= @square
        order by received_at desc limit @Limit
        """;

    /// <summary>How many cases a question finds now, for many questions at once; those of the object and those around the point, each once.</summary>
    public static readonly Statement Count = Statement.Of(
        $"select @p0, {Counted(i => $"@p{i}")}",
        keys => $"select v.n, {Counted(i => $"v.{CountColumns[i].Name}")} from {keys}",
        CountColumns);

    /// <summary>Degrees as they are stored.</summary>
    public static long Millionths(double degrees) => (long)Math.Round(degrees * 1_000_000);

    public static async Task<IReadOnlyList<NearbyRow>> FindAsync(HubSession session, NearbyQuery query, CancellationToken cancellation)
    {
        List<NearbyRow> found = [];
        if (query.GarObject is not null)
        {
            found.AddRange(await session.QueryAsync(AtObject, query, row => Read(row, null), cancellation));
        }

        if (CircleOf(query) is { } circle)
        {
            found.AddRange(await session.QueryAsync(Around, circle, row => Read(row, circle), cancellation));
        }

        return [.. found.DistinctBy(row => row.Id).OrderByDescending(row => row.ReceivedAt).Take(query.Limit)];
    }

    /// <param name="n">Comes back with the count.</param>
    public static object?[] CountRow(int n, NearbyQuery query)
    {
        var circle = CircleOf(query);
        return
        [
            n, query.Self.Value, query.Subject, query.Since, query.Until, query.GarObject, circle?.latitude, circle?.longitude, circle?.south, circle?.north,
            circle?.west, circle?.east, circle?.perUnit, circle?.perUnitEast, circle?.square,
        ];
    }

    /// <summary>Whether a case that is being written will be found by the question.</summary>
    public static bool Finds(NearbyQuery query, Case found) =>
        found.Id != query.Self && !found.IsFinished && found.Classifier.Subject == query.Subject && found.ReceivedAt >= query.Since && found.ReceivedAt <= query.Until
        && ((query.GarObject is { } asked && found.Territory.GarObject == asked)
            || (CircleOf(query) is { } circle && CaseSql.PointOf(found.Territory) is { } point && circle.DistanceTo(point.Latitude, point.Longitude) <= query.Metres));

    /// <summary>
    /// Names that two questions of one rule have in common when one's case is found by the other: the object of the address register, and the cells of a grid that
    /// the circle touches, a few times as wide as the circle.
    /// </summary>
    public static IEnumerable<string> PlacesOf(NearbyQuery query)
    {
        var rule = $"{query.Subject}|{query.Metres}";
        if (query.GarObject is { } asked)
        {
            yield return $"{rule}|{asked:N}";
        }

        if (CircleOf(query) is { } circle)
        {
            var cell = (long)Math.Ceiling(CellRadii * query.Metres * 1_000_000 / MetresPerDegree);
            for (var row = circle.south / cell; row <= circle.north / cell; row++)
            {
                for (var column = circle.west / (cell * CellStretch); column <= circle.east / (cell * CellStretch); column++)
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{rule}|{row}|{column}");
                }
            }
        }
    }

    private static Circle? CircleOf(NearbyQuery query) =>
        query is { Latitude: { } latitude, Longitude: { } longitude } ? Circle.Around(query, latitude, longitude) : null;

    private static string Counted(Func<int, string> value)
    {
        var (self, subject, since, until) = (value(1), value(2), value(3), value(4));
        var open = $"{Open} and received_at between {since} and {until} and id <> {self}";
        var (north, east) = ($"(latitude - {value(6)}) * {value(12)}", $"(longitude - {value(7)}) * {value(13)}");
        return $"""
            (select count(*) from (
                select id from cases where object_id = {value(5)} and object_id is not null and subject = {subject} and {open}
                union
                select id from cases where subject = {subject} and latitude between {value(8)} and {value(9)} and latitude is not null and {open}
                    and longitude between {value(10)} and {value(11)} and {north} * ({north}) + {east} * ({east}) <= {value(14)}) found)
            """;
    }

    private static NearbyRow Read(RowCursor row, Circle? circle)
    {
        var (id, number, received) = (row.Id<Domain.Ids.CaseId>(), row.Text(), row.Instant());
        return new(id, number, received, circle is null ? 0 : circle.DistanceTo(row.Long(), row.Long()));
    }

    /// <summary>The arguments of the question; names are those of the statement.</summary>
    internal sealed record Circle(
        Domain.Ids.CaseId Self,
        string Subject,
        DateTimeOffset Since,
        DateTimeOffset Until,
        int Limit,
        long latitude,
        long longitude,
        long south,
        long north,
        long west,
        long east,
        double perUnit,
        double perUnitEast,
        double square)
    {
        public static Circle Around(NearbyQuery query, double latitude, double longitude)
        {
            var north = MetresPerDegree / 1_000_000;

            // Never zero, or the box would be infinitely wide at the poles.
            var east = north * Math.Max(0.01, Math.Cos(latitude * Math.PI / 180));
            var (lat, lon) = (Millionths(latitude), Millionths(longitude));
            var (high, wide) = ((long)Math.Ceiling(query.Metres / north), (long)Math.Ceiling(query.Metres / east));
            return new(
                query.Self, query.Subject, query.Since, query.Until, query.Limit, lat, lon, lat - high, lat + high, lon - wide, lon + wide, north, east, (double)query.Metres * query.Metres);
        }

        public double DistanceTo(long otherLatitude, long otherLongitude) =>
            Math.Sqrt(Math.Pow((otherLatitude - latitude) * perUnit, 2) + Math.Pow((otherLongitude - longitude) * perUnitEast, 2));
    }
}
