package manabi.data;

import java.net.URI;

/**
 * One file of a data set.
 *
 * @param name its name in the data set's folder
 * @param address where it is published
 * @param checksum what the published file must have
 */
record DataFile(String name, URI address, Checksum checksum) {}
