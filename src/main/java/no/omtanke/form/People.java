package no.omtanke.form;

import java.util.List;
import java.util.Optional;

/** Who and what can be chosen from the directory: the little that forms need of it. */
interface People {

    /** One entry: id, a label that no other entry of the same list has, the bare name, the heading it stands under. */
    record Entry(String id, String label, String name, String group) {}

    /** The entries of {@code pupil}, {@code staff}, {@code leadership} (at a school), {@code owner} or {@code school}. */
    List<Entry> entries(String directory, Integer schoolId);

    /** The guardians of a pupil; nobody when the pupil is not known. */
    default List<Entry> guardians(Long pupil) {
        return List.of();
    }

    /** The pupils whom a family may send something about. */
    default List<Entry> children(List<Long> children) {
        return List.of();
    }

    /** The label of a stored choice, also of somebody who has left since. */
    Optional<String> label(String directory, String id);
}
